import Testing

@testable import QuizEngine

@Suite struct CertificatePictureTests {
  private func drawing(
    holder: String = "Nguyễn Thị An", revocation: Certificate.Revocation? = nil
  ) throws -> String {
    let certificate = Certificate(
      id: CertificateID(number: 5), code: "ABCD-EFGH-JKMN-PQRS", person: PersonID(number: 1),
      holder: holder, unitName: "Trường THCS Hoa Sen", course: "khoa-thu",
      courseTitle: LocalizedText(vi: "An ninh mạng & nhà trường", en: "Security"), periods: 12,
      cohort: nil, issuedAt: Given.monday, year: 2026, entry: 7, revocation: revocation)
    return CertificatePicture(certificate, address: "https://thi.example").svg.text
  }

  @Test func `the drawing is well-formed and says what the paper says`() throws {
    let text = try drawing(holder: "An <script> & \"B\"")
    var reader = try XMLReader(Array(text.utf8))
    var said = ""
    while let event = try reader.next() {
      if case .text(let octets) = event { said += String(decoding: octets, as: UTF8.self) }
    }
    for words in [
      "An <script> & \"B\"", "TRƯỜNG THCS HOA SEN", "An ninh mạng & nhà trường", "0007/2026/GCN",
      "Thời lượng: 12 tiết", "https://thi.example/verify/ABCD-EFGH-JKMN-PQRS", "ngày 23 tháng 11",
    ] { #expect(said.contains(words), "\(words)") }
  }

  @Test func `a long name is set smaller`() throws {
    let usual = try drawing()
    #expect(usual.contains("font-size=\"48\" text-anchor=\"middle\" font-weight=\"bold\""))
    let long = try drawing(holder: String(repeating: "Nguyễn Thị ", count: 15))
    #expect(!long.contains("font-size=\"48\""))
  }

  @Test func `a paper taken back says so, and keeps the reasons to itself`() throws {
    let text = try drawing(
      revocation: .init(at: Given.monday, reason: "Chuyện riêng", publicReason: "Cấp nhầm"))
    #expect(text.contains("ĐÃ THU HỒI NGÀY 23/11/2026"))
    #expect(!text.contains("Chuyện riêng") && !text.contains("Cấp nhầm"))
  }
}
