extension Scripts {
  /// Sentences of the contest screen and where they are shown.
  static let examWords: StaticString = #"""
    const words = Object.fromEntries(
      [...document.querySelectorAll('#words > [data-word]')].map((item) => [item.dataset.word, item.textContent]));

    const fill = (name, values = {}) =>
      Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, value), words[name] ?? '');

    const notices = document.getElementById('notices');

    // One notice per key: the newest says how things stand.
    const notice = (key, tone, text, link) => {
      if (!notices) return;
      notices.querySelector(`[data-key="${key}"]`)?.remove();
      if (!text) return;
      const line = element('div', {}, text);
      if (link) line.append(' ', element('a', { href: link.address }, link.text));
      notices.append(element('div', { class: `banner ${tone}`, 'data-key': key }, line));
    };

    const showState = (kind, text) => {
      const box = document.getElementById('saved');
      if (!box) return;
      box.classList.toggle('is-saved', kind === 'saved');
      box.classList.toggle('is-waiting', kind === 'waiting');
      const line = document.getElementById('saved-words');
      if (line.textContent !== text) line.textContent = text;
    };

    const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });
    """#
}
