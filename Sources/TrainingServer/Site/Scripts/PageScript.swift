extension Scripts {
  /// Printing, forms that are sent once, and the focus after an error.
  static let page: StaticString = #"""
    for (const button of document.querySelectorAll('[data-print]')) {
      button.hidden = false;
      button.addEventListener('click', () => window.print());
    }

    document.addEventListener('submit', (event) => {
      const form = event.target;
      if (!form.classList.contains('once') || event.defaultPrevented) return;
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = '1';
      for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true');
    });

    // Back from the cache of the browser: the form may be sent again.
    window.addEventListener('pageshow', (event) => {
      if (!event.persisted) return;
      for (const form of document.querySelectorAll('form[data-sent]')) {
        delete form.dataset.sent;
        for (const button of form.querySelectorAll('button')) button.removeAttribute('aria-disabled');
      }
    });

    document.querySelector('.summary')?.focus();

    if (!CSS.supports('selector(:has(*))')) {
      const mark = () => {
        for (const option of document.querySelectorAll('label.option')) {
          option.classList.toggle('picked', option.querySelector('input').checked);
        }
      };
      document.addEventListener('change', mark);
      mark();
    }
    """#
}
