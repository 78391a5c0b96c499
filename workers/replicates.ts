import * as Comlink from "comlink";
import { createReplicatesService } from "#engine/replicate.ts";

Comlink.expose(createReplicatesService());
