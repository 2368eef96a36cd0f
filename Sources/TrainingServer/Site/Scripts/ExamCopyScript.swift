extension Scripts {
  /// The paper on the device: what was saved since the page was loaded, and how the clock ran.
  ///
  /// The worker keeps the page itself, in the same cache, and erases both together.
  static let examCopy: StaticString = #"""
    const day = 86400000;

    class PaperCopy {
      constructor(root) {
        this.root = root;
        this.key = `/attempts/${root.dataset.attempt}/copy`;
        this.state = { answers: {} };
        this.isOff = !('caches' in globalThis);
      }

      // Set by the worker when it shows what it kept.
      get isShown() { return 'keptAt' in this.root.dataset; }

      async open(clock, deadline) {
        if (this.isOff || !this.isShown) return;
        const kept = await caches.match(this.key).catch(() => null);
        const known = kept ? await readJSON(kept) : {};
        this.state.answers = known.answers ?? {};
        const from = known.server
          ? known : { server: Date.parse(this.root.dataset.now), device: Number(this.root.dataset.keptAt) };
        // Time has gone on since; the server's own time wins as soon as it can be had.
        clock.resume(from.server + Math.max(0, Date.now() - from.device));
        if (known.deadline) deadline.at = known.deadline;
      }

      saved(slot, answer, value) {
        this.state.answers[slot] = { revision: answer.revision, value, savedAt: answer.savedAt };
      }

      async keep(clock, deadline) {
        if (this.isOff) return;
        Object.assign(this.state, { server: clock.now(), device: Date.now(), deadline: deadline.at });
        const headers = { 'X-Forget-At': String(Date.now() + deadline.at - clock.now() + day) };
        try {
          // Nothing is put beside a page that was erased meanwhile.
          if (!await caches.match(`/attempts/${this.root.dataset.attempt}`, { ignoreVary: true })) return;
          const cache = await caches.open('papers');
          await cache.put(this.key, new Response(JSON.stringify(this.state), { headers }));
        } catch {
          // Without room there is no copy; the server has what is saved.
        }
      }

      async forget() {
        if (!this.isOff) await caches.delete('papers').catch(() => {});
      }

      // The worker may have come after this page: it keeps what it sees being fetched.
      async askWorker() {
        if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller || this.isShown) return;
        await navigator.serviceWorker.ready;
        if (!navigator.serviceWorker.controller) {
          await new Promise((resolve) => {
            navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
          });
        }
        const links = [...document.querySelectorAll('link[rel="stylesheet"], script[src]')];
        const wanted = [location.pathname, ...links.map((link) => link.href || link.src)];
        for (const address of wanted) await fetch(address).catch(() => {});
      }
    }
    """#
}
