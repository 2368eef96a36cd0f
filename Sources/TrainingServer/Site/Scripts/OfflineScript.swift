extension Scripts {
  /// Lessons and papers can be opened again without a network; lessons say so.
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
    // Also on the way to a paper, so that it outlives a reload without network.
    const isOnTheWay = document.querySelector('#exam, #check, #countdown');
    if ((lessonArticle || isOnTheWay) && 'serviceWorker' in navigator) {
      if (lessonArticle) sayOffline(lessonArticle);
      const register = async () => navigator.serviceWorker.register(workerAddress(document.body.dataset.worker));
      // Without it the page is read from the network, as before.
      addEventListener('load', () => { register().catch(() => {}); });
    }
    """#
}
