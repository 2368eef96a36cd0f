extension Scripts {
  /// Live numbers for the organizer; the browser reconnects by itself.
  static let live: StaticString = #"""
    const liveBox = document.getElementById('live');

    const grouped = (number, separator) => String(number).replace(/\B(?=(\d{3})+$)/g, separator);

    const watchContest = (box) => {
      const line = document.getElementById('live-words');
      const events = new EventSource(box.dataset.events);
      const say = (isOn) => {
        box.classList.toggle('on', isOn);
        box.classList.toggle('off', !isOn);
        line.textContent = isOn ? box.dataset.live : box.dataset.paused;
      };
      events.addEventListener('open', () => say(true));
      events.addEventListener('error', () => say(false));
      events.addEventListener('counts', (event) => {
        const counts = JSON.parse(event.data);
        for (const cell of box.querySelectorAll('[data-count]')) {
          const value = counts[cell.dataset.count];
          if (Number.isInteger(value)) cell.textContent = grouped(value, box.dataset.separator);
        }
      });
      events.addEventListener('phase', (event) => {
        const known = document.getElementById('phase').dataset.phase;
        if (JSON.parse(event.data).phase === known) return;
        events.close();
        setTimeout(() => location.reload(), Math.random() * 1000);
      });
    };

    if (liveBox) watchContest(liveBox);
    """#
}
