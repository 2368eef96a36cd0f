extension Scripts {
  /// Live numbers for the organizer; they come back by themselves, or lead to signing in again.
  static let live: StaticString = #"""
    const liveBox = document.getElementById('live');

    const grouped = (number, separator) => String(number).replace(/\B(?=(\d{3})+$)/g, separator);

    // One to five seconds, then twice as long each time, a minute at most.
    const waitBefore = (tries) => Math.min(60000, (1000 + Math.random() * 4000) * 2 ** tries);

    // Whether this page would still be shown; a server that is down or busy says nothing of that.
    const isStillOurs = async () => {
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(), 10000);
      try {
        const reply = await fetch(location.href, {
          method: 'HEAD', cache: 'no-store', redirect: 'manual', signal: abort.signal,
        });
        return reply.type !== 'opaqueredirect' && ![401, 403, 404, 410].includes(reply.status);
      } catch {
        return true;
      } finally {
        clearTimeout(timer);
      }
    };

    const watchContest = (box) => {
      const line = document.getElementById('live-words');
      let tries = 0;

      const say = (isOn, words = isOn ? box.dataset.live : box.dataset.paused) => {
        box.classList.toggle('on', isOn);
        box.classList.toggle('off', !isOn);
        // Read aloud once, however often it fails again.
        if (line.textContent !== words) line.textContent = words;
      };

      const show = (counts) => {
        for (const cell of box.querySelectorAll('[data-count]')) {
          const value = counts[cell.dataset.count];
          if (Number.isInteger(value)) cell.textContent = grouped(value, box.dataset.separator);
        }
      };

      // A lost connection is the browser's to mend; after an answer that is no stream it gives up.
      const listen = () => {
        const events = new EventSource(box.dataset.events);
        events.addEventListener('open', () => {
          tries = 0;
          say(true);
        });
        events.addEventListener('error', () => {
          say(false);
          if (events.readyState === EventSource.CLOSED) setTimeout(comeBack, waitBefore(tries));
        });
        events.addEventListener('counts', (event) => show(JSON.parse(event.data)));
        // Newer windows took the place: fighting for it would only take it from one of them.
        events.addEventListener('replaced', () => {
          events.close();
          say(false, box.dataset.resting);
          rest();
        });
        events.addEventListener('phase', (event) => {
          const known = document.getElementById('phase').dataset.phase;
          if (JSON.parse(event.data).phase === known) return;
          events.close();
          setTimeout(() => location.reload(), Math.random() * 1000);
        });
      };

      // Five minutes, or until somebody looks at this window again.
      const rest = () => {
        let timer = 0;
        const wake = () => {
          if (document.visibilityState !== 'visible') return;
          clearTimeout(timer);
          document.removeEventListener('visibilitychange', wake);
          comeBack();
        };
        timer = setTimeout(wake, 300000 + Math.random() * 60000);
        document.addEventListener('visibilitychange', wake);
      };

      const comeBack = async () => {
        tries += 1;
        if (await isStillOurs()) listen();
        else location.reload();
      };

      listen();
    };

    if (liveBox) watchContest(liveBox);
    """#
}
