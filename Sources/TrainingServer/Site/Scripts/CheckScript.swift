extension Scripts {
  /// Tries the network, the clock and the storage before the contest.
  static let check: StaticString = #"""
    const storageWorks = () => new Promise((resolve) => {
      try {
        const request = indexedDB.open('check', 1);
        request.onsuccess = () => { request.result.close(); resolve(true); };
        request.onerror = () => resolve(false);
      } catch {
        resolve(false);
      }
    });

    const ask = async (address) => {
      const sent = performance.now();
      const reply = await fetch(address, { cache: 'no-store' });
      return { took: performance.now() - sent, date: Date.parse(reply.headers.get('Date')), ok: reply.ok };
    };

    const checkDevice = async (say, lines) => {
      const line = (text, isGood) => lines.append(element('li', isGood ? {} : { class: 'warn' }, text));
      lines.replaceChildren(element('li', {}, say.running));
      try {
        const replies = [await ask(say.url), await ask(say.url), await ask(say.url)];
        const took = Math.round(Math.min(...replies.map((reply) => reply.took)));
        const off = Math.round((replies[2].date + 500 - Date.now()) / 1000);
        lines.replaceChildren();
        line((took < 800 ? say.good : say.slow).replace('{ms}', took), took < 800);
        if (Number.isFinite(off)) {
          const agrees = Math.abs(off) < 5;
          line(agrees ? say.clockGood : say.clockOff.replace('{span}', Math.abs(off)), agrees);
        }
      } catch {
        lines.replaceChildren();
        line(say.failed, false);
      }
      const keeps = await storageWorks();
      line(keeps ? say.storageGood : say.storageBad, keeps);
    };

    const checkBox = document.getElementById('check');
    if (checkBox) {
      checkBox.hidden = false;
      document.getElementById('check-button').addEventListener('click', () => {
        checkDevice(checkBox.dataset, document.getElementById('check-lines'));
      });
    }
    """#
}
