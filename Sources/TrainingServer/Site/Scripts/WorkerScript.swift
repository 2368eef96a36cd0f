extension Scripts {
  /// Keeps lessons and law facts that were read, for reading without a network.
  static let worker: StaticString = #"""
    const assets = 'assets';
    const lessons = 'lessons';
    const isLesson = (path) => /^\/courses\/[^/]+\/lessons\/[^/]+$/.test(path) || /^\/law\/[^/]+$/.test(path);

    const keep = async (name, request, reply, most) => {
      const cache = await caches.open(name);
      await cache.put(request, reply);
      const known = await cache.keys();
      await Promise.all(known.slice(0, Math.max(0, known.length - most)).map((old) => cache.delete(old)));
    };

    // The name of an asset says what is in it: what is kept is right for ever.
    const assetFor = async (event) => {
      const kept = await caches.match(event.request);
      if (kept) return kept;
      const reply = await fetch(event.request);
      if (reply.ok) event.waitUntil(keep(assets, event.request, reply.clone(), 40));
      return reply;
    };

    const lessonFor = async (event) => {
      try {
        const reply = await fetch(event.request);
        if (reply.ok && !reply.redirected) event.waitUntil(keep(lessons, event.request, reply.clone(), 60));
        return reply;
      } catch (error) {
        const kept = await caches.match(event.request, { ignoreVary: true });
        if (kept) return kept;
        throw error;
      }
    };

    addEventListener('install', () => skipWaiting());
    addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    addEventListener('fetch', (event) => {
      const { pathname, origin } = new URL(event.request.url);
      if (origin !== location.origin) return;
      // Pages carry the reader's name: whoever comes next on this device starts with none.
      if (event.request.method === 'POST' && (pathname === '/sign-in' || pathname === '/sign-out')) {
        event.waitUntil(caches.delete(lessons));
      } else if (event.request.method === 'GET' && pathname.startsWith('/assets/')) {
        event.respondWith(assetFor(event));
      } else if (event.request.method === 'GET' && isLesson(pathname)) {
        event.respondWith(lessonFor(event));
      }
    });
    """#
}
