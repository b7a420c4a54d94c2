// Answers the verification page from what it kept (src/verify.ts) when the network is off; otherwise stays out of the way.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET') {
    event.respondWith(fetch(request).catch((failure) => kept(request, failure)));
  }
});

async function kept(request, failure) {
  const cache = await caches.open('verify');
  const found = await cache.match(request.mode === 'navigate' ? '/verify' : request, { ignoreVary: true });
  if (!found) {
    throw failure;
  }
  return found;
}
