extension Scripts {
  /// Letters choose, arrows turn, F flags; can be switched off (WCAG 2.2, 2.1.4).
  static let examKeys: StaticString = #"""
    const keysAreOn = (box) => {
      const key = 'exam-keys';
      try {
        box.checked = localStorage.getItem(key) !== 'off';
      } catch {
        box.checked = true;
      }
      box.addEventListener('change', () => {
        try {
          localStorage.setItem(key, box.checked ? 'on' : 'off');
        } catch {
          // The choice then lasts as long as the page.
        }
      });
      return () => box.checked;
    };

    const listenToKeys = (turning, isOn, onFlag) => {
      document.addEventListener('keydown', (event) => {
        if (!isOn() || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
        if (document.querySelector('dialog[open]')) return;
        if (event.target instanceof Element && event.target.matches('.guess, textarea, select')) return;
        turning.attend(event.target);
        const item = turning.current;
        const letter = item.inputs.find((input) => input.value === event.key.toLowerCase());
        if (letter) {
          letter.click();
          letter.focus({ preventScroll: true });
        } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
          turning.turn(event.key === 'ArrowRight' ? 1 : -1);
        } else if (event.key.toLowerCase() === 'f') {
          onFlag(item);
        } else {
          return;
        }
        event.preventDefault();
      });
    };
    """#
}
