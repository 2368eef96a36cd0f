extension Scripts {
  /// Keeps lessons and law facts that were read, and the paper somebody works on, for the time
  /// without a network.
  static let worker: StaticString = #"""
    const assets = 'assets';
    const lessons = 'lessons';
    const papers = 'papers';
    const isLesson = (path) => /^\/courses\/[^/]+\/lessons\/[^/]+$/.test(path) || /^\/law\/[^/]+$/.test(path);

    const isPaper = (path) => /^\/attempts\/[^/]+$/.test(path);
    // Who signs in or out, and who hands in, leaves no paper on the device.
    const clearsPapers = (path) =>
      /^\/sign-(in|out)(\/code)?$/.test(path) || /^\/(api\/v1\/)?attempts\/[^/]+\/submission$/.test(path);

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

    // A paper stays as long as the server says, by the device's own clock from now on.
    const keepPaper = async (key, reply) => {
      const span = Number(reply.headers.get('X-Keep-Copy')) * 1000;
      const cache = await caches.open(papers);
      if (!(span > 0)) return;
      const headers = new Headers(reply.headers);
      for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
      headers.set('X-Kept-At', String(Date.now()));
      headers.set('X-Forget-At', String(Date.now() + span));
      await cache.put(key, new Response(await reply.text(), { headers }));
    };

    const forgetOldPapers = async () => {
      if (!await caches.has(papers)) return;
      const cache = await caches.open(papers);
      for (const key of await cache.keys()) {
        const kept = await cache.match(key);
        if (!(Number(kept?.headers.get('X-Forget-At')) > Date.now())) await cache.delete(key);
      }
    };

    // The page as it was, with a mark by which its script knows the copy and its age.
    const copyOf = async (key) => {
      await forgetOldPapers();
      const kept = await caches.match(key, { ignoreVary: true });
      if (!kept) return null;
      const mark = `<div id="exam" data-kept-at="${Number(kept.headers.get('X-Kept-At'))}"`;
      return new Response((await kept.text()).replace('<div id="exam"', mark), { headers: kept.headers });
    };

    const paperFor = async (event, key) => {
      try {
        const reply = await fetch(event.request);
        // A server that is down or busy is no better than no network.
        if (reply.status >= 500) return await copyOf(key) ?? reply;
        if (reply.ok && !reply.redirected) event.waitUntil(keepPaper(key, reply.clone()));
        else if (reply.status !== 429) event.waitUntil(caches.delete(papers));
        return reply;
      } catch (error) {
        const copy = await copyOf(key);
        if (copy) return copy;
        throw error;
      }
    };

    addEventListener('install', () => skipWaiting());
    addEventListener('activate', (event) => event.waitUntil(Promise.all([clients.claim(), forgetOldPapers()])));
    addEventListener('fetch', (event) => {
      const { pathname, origin } = new URL(event.request.url);
      if (origin !== location.origin) return;
      if (event.request.mode === 'navigate') event.waitUntil(forgetOldPapers());
      if (event.request.method === 'POST' && clearsPapers(pathname)) event.waitUntil(caches.delete(papers));
      // Pages carry the reader's name: whoever comes next on this device starts with none.
      if (event.request.method === 'POST' && (pathname === '/sign-in' || pathname === '/sign-out')) {
        event.waitUntil(caches.delete(lessons));
      } else if (event.request.method === 'GET' && pathname.startsWith('/assets/')) {
        event.respondWith(assetFor(event));
      } else if (event.request.method === 'GET' && isLesson(pathname)) {
        event.respondWith(lessonFor(event));
      } else if (event.request.method === 'GET' && isPaper(pathname)) {
        event.respondWith(paperFor(event, origin + pathname));
      }
    });
    """#
}
