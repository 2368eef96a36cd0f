extension Scripts {
  /// Lessons can be read again without a network, and say so.
  static let offline: StaticString = #"""
    const workerAddress = (address) => {
      if (!window.trustedTypes) return address;
      return trustedTypes.createPolicy('worker', { createScriptURL: (text) => text }).createScriptURL(address);
    };

    const sayOffline = (lesson) => {
      const line = element('div', { class: 'banner info', role: 'status', hidden: '' }, document.body.dataset.offline);
      lesson.before(line);
      const show = () => { line.hidden = navigator.onLine; };
      addEventListener('online', show);
      addEventListener('offline', show);
      show();
    };

    const lessonArticle = document.querySelector('.lesson');
    if (lessonArticle && 'serviceWorker' in navigator) {
      sayOffline(lessonArticle);
      const register = async () => navigator.serviceWorker.register(workerAddress(document.body.dataset.worker));
      // Without it the lesson is read from the network, as before.
      addEventListener('load', () => { register().catch(() => {}); });
    }
    """#
}
