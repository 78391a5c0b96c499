// @ts-check
/*
 * The page without a network: keeps the built files of one version and answers from them. The build writes two constants in
 * front of this text: VERSION, a digest of all files, and FILES, [name, digest] of each. A new version waits until the page
 * says TAKE_OVER, so that nobody's page changes under their hands.
 */
/* global VERSION, FILES */
const PREFIX = "ecosystem-twin/";
const CACHE = `${PREFIX}${VERSION}`;

self.addEventListener("install", (event) => event.waitUntil(keepFiles()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOlderVersions()));
self.addEventListener("message", (event) => {
  if (event.data === "TAKE_OVER") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(answer(request));
});

/** Files that an older version has with the same digest are copied, the others fetched past the browser's own cache. */
async function keepFiles() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    FILES.map(async ([name, digest]) => {
      const key = keyOf(name, digest);
      const kept = await caches.match(key);
      const response = kept ?? (await fetch(new URL(name, self.registration.scope), { cache: "no-cache" }));
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      await cache.put(key, response);
    }),
  );
}

async function forgetOlderVersions() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/** What was kept, whatever the query of the address; anything else comes from the network. */
async function answer(request) {
  const name = new URL(request.url).pathname.slice(new URL(self.registration.scope).pathname.length) || "index.html";
  const file = FILES.find(([known]) => known === name);
  const cache = await caches.open(CACHE);
  return (file && (await cache.match(keyOf(...file)))) || fetch(request);
}

function keyOf(name, digest) {
  return new URL(`${name}?${digest}`, self.registration.scope).href;
}
