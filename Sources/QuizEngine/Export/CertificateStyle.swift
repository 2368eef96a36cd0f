extension CertificateSheet {
  /// A4 landscape with a double frame in blue-green; sizes as in Decree 30/2020/NĐ-CP, annex I.
  package static let stylesheet: StaticString = """
    @page { size: A4 landscape; margin: 0; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #fff; color: #111; }
    .certificate { width: 297mm; height: 209mm; margin: 0 auto; padding: 10mm; overflow: hidden;
      break-after: page; font: 13pt/1.4 "Times New Roman", "Liberation Serif", Tinos, serif; }
    .certificate:last-child { break-after: auto; }
    .certificate-frame { position: relative; height: 100%; padding: 9mm 14mm 5mm;
      border: 1.2mm solid #0b6e69; outline: 0.4mm solid #0b6e69; outline-offset: -3mm;
      display: flex; flex-direction: column; text-align: center; }
    .certificate p { margin: 0; }
    .certificate header { display: flex; justify-content: space-between; gap: 10mm; }
    .certificate-issuer { width: 40%; font-weight: bold; text-transform: uppercase; }
    .certificate-issuer::after { content: ""; display: block; width: 40%; margin: 1mm auto 0;
      border-top: 0.3mm solid; }
    .certificate-nation { width: 50%; }
    .certificate-nation b, .certificate-nation span { display: block; white-space: nowrap; }
    .certificate-nation span { font-weight: bold; font-size: 14pt; width: fit-content;
      margin: 0 auto; border-bottom: 0.3mm solid; }
    .certificate h1 { font-size: 34pt; line-height: 1.2; letter-spacing: 0.06em; color: #0b6e69;
      margin: 9mm 0 3mm; }
    .certificate-lead { font-size: 14pt; font-style: italic; }
    .certificate-holder { font-size: 27pt; font-weight: bold; line-height: 1.3; }
    .certificate-unit { font-size: 14pt; margin-bottom: 3mm; }
    .certificate-course { font-size: 18pt; font-weight: bold; line-height: 1.3;
      max-width: 220mm; align-self: center; }
    .certificate-periods { font-size: 14pt; }
    .certificate footer { margin-top: auto; display: flex; justify-content: space-between;
      align-items: flex-start; text-align: left; }
    .certificate-check { display: flex; gap: 4mm; align-items: center; max-width: 130mm;
      font-size: 11pt; overflow-wrap: anywhere; }
    .certificate-check .qr { width: 30mm; height: 30mm; flex: none; }
    .certificate-sign { text-align: center; min-width: 90mm; min-height: 42mm; }
    .certificate-note { font-size: 9pt; color: #444; text-align: center; }
    .certificate-revoked { position: absolute; inset: 45% 0 auto; font-size: 40pt;
      font-weight: bold; color: #a11; transform: rotate(-12deg); border: 1mm solid #a11;
      margin: 0 40mm; background: #fffc; }
    """
}
