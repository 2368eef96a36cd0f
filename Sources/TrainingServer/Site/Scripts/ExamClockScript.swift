extension Scripts {
  /// Time left in the bar; turns colour and speaks at five minutes and at one.
  static let examClock: StaticString = #"""
    const runExamClock = (clock, deadline, onEnd) => {
      const box = document.getElementById('clock');
      const value = document.getElementById('clock-value');
      const aloud = document.getElementById('clock-aloud');
      document.getElementById('clock-label').textContent = words.timeLeft;
      let stage = null;
      let timer = 0;
      let over = false;

      const enter = (next) => {
        if (next === stage) return;
        box.classList.toggle('warn', next === 'warn');
        box.classList.toggle('bad', next === 'bad' || next === 'end');
        // Spoken when crossed, not when the page opens late.
        const sentence = { warn: words.fiveLeft, bad: words.oneLeft, end: words.timeUp }[next];
        if (sentence && (stage !== null || next === 'end')) aloud.textContent = sentence;
        stage = next;
      };

      const show = () => {
        clearTimeout(timer);
        if (over) return;
        const left = deadline.at - clock.now();
        value.textContent = runningClock(left);
        enter(left <= 0 ? 'end' : left <= 60000 ? 'bad' : left <= 300000 ? 'warn' : 'calm');
        if (left <= 0) {
          over = true;
          onEnd();
          return;
        }
        timer = setTimeout(show, Math.min(1000, left % 1000 || 1000) + 5);
      };
      show();
      return { show, stop: () => { over = true; clearTimeout(timer); } };
    };
    """#
}
