import "react";

declare module "react" {
  interface CSSProperties {
    /** Parts of a slider's track, from 0 to 1: up to where it is filled, and where its usual value is. */
    "--fill"?: number;
    "--mark"?: number;
    /** Where a name stands beside its tick. */
    "--at"?: string;
    /** How many columns of boxes wide the drawing of a machine is. */
    "--columns"?: number;
  }
}
