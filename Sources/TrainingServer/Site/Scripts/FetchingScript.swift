extension Scripts {
  /// Reads another page of this site as a document; nothing is parsed from strings.
  static let fetching: StaticString = #"""
    // XMLHttpRequest parses the document itself: no string becomes markup (Trusted Types).
    const readPage = (address) => new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('GET', address);
      request.responseType = 'document';
      request.timeout = 10000;
      request.onload = () => {
        if (request.status === 200 && request.response) resolve(request.response);
        else reject(new Error(String(request.status)));
      };
      request.onerror = request.ontimeout = () => reject(new Error('network'));
      request.send();
    });

    const element = (name, attributes = {}, ...children) => {
      const made = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      made.append(...children);
      return made;
    };
    """#
}
