extension Scripts {
  /// Runs down to the opening; then asks the server, spread over three seconds.
  static let countdown: StaticString = #"""
    const watchOpening = (box) => {
      const clock = new ServerClock(box.dataset.now);
      const value = box.querySelector('#countdown-value');
      let opens = Date.parse(box.dataset.opens);
      let timer = 0;
      box.querySelector('#countdown-note').hidden = false;

      const show = () => {
        clearTimeout(timer);
        const left = opens - clock.now();
        if (left <= 0) { arrive(); return; }
        const days = Math.floor(left / 86400000);
        const rest = runningClock(left % 86400000);
        value.textContent = days > 0 ? `${days} ${box.dataset.days} ${rest}` : rest;
        timer = setTimeout(show, left % 1000 || 1000);
      };

      const refresh = async () => {
        const sent = performance.now();
        const page = await readPage(location.href);
        const again = page.getElementById('countdown');
        if (again) {
          clock.learn(again.dataset.now, sent, performance.now());
          opens = Date.parse(again.dataset.opens);
          return false;
        }
        const door = page.querySelector('main > .next, main > .banner');
        if (!door) { location.reload(); return true; }
        const shown = document.importNode(door, true);
        box.replaceWith(shown);
        document.querySelector('main .badge')?.replaceWith(
          document.importNode(page.querySelector('main .badge'), true));
        shown.querySelector('button')?.focus();
        document.removeEventListener('visibilitychange', wake);
        return true;
      };

      let tries = 0;
      const arrive = () => {
        value.textContent = box.dataset.done;
        tries += 1;
        const wait = Math.random() * Math.min(3000 * tries, 15000);
        timer = setTimeout(() => refresh().then((isOpen) => { if (!isOpen) show(); }, arrive), wait);
      };

      const wake = () => {
        if (document.visibilityState !== 'visible') return;
        refresh().then((isOpen) => { if (!isOpen) show(); }, () => {});
      };
      document.addEventListener('visibilitychange', wake);
      show();
    };

    const countdownBox = document.getElementById('countdown');
    if (countdownBox) watchOpening(countdownBox);
    """#
}
