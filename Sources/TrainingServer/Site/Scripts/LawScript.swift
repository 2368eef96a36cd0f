extension Scripts {
  /// Opens a citation of law over the page; the plain link stays the fallback.
  static let law: StaticString = #"""
    const lawDialog = () => {
      const known = document.querySelector('.law-dialog');
      if (known) return known;
      const say = document.body.dataset;
      const body = element('div', { class: 'law-body' });
      const page = element('a', { class: 'law-page' }, say.open);
      const close = element('button', { type: 'button', class: 'button primary' }, say.close);
      const dialog = element('dialog', { class: 'law-dialog', 'aria-labelledby': 'law-title' },
        element('div', { class: 'dialog-in' }, body, element('div', { class: 'dialog-foot' }, page, close)));
      close.addEventListener('click', () => dialog.close());
      dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
      document.body.append(dialog);
      return dialog;
    };

    const openLaw = async (address) => {
      const dialog = lawDialog();
      const body = dialog.querySelector('.law-body');
      body.replaceChildren(element('p', { id: 'law-title', class: 'hint' }, document.body.dataset.loading));
      dialog.querySelector('.law-page').href = address;
      if (!dialog.open) dialog.showModal();
      try {
        const fact = (await readPage(address)).getElementById('fact');
        if (!fact) throw new Error('no fact');
        const shown = document.importNode(fact, true);
        shown.removeAttribute('id');
        const title = shown.querySelector('h1');
        title.replaceWith(element('h2', { id: 'law-title' }, ...title.childNodes));
        body.replaceChildren(shown);
      } catch {
        location.assign(address);
      }
    };

    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a.law') : null;
      if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (typeof HTMLDialogElement !== 'function') return;
      event.preventDefault();
      openLaw(link.href);
    });
    """#
}
