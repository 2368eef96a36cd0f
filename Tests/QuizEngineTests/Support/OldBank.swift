@testable import QuizEngine

/// A bank in the very bytes that release 0.1 stored for it.
enum OldBank {
  static let digest = "219ed9511cfcf3f63ef9b48cd8ca178adfdfc173f46a9fef77d5acd39970ae8b"

  /// The questions as stored, with their digests.
  static let versions: [(digest: String, body: String)] = [
    (
      "4295c94864df0a828e9e8670c7ccc1d5703bebd1c4f3fa97ab807df55d2e045c",
      #"""
      {"id":"cau-cu-1","kind":"single","title":{"vi":"Một","en":"Một"},"prompt":{"vi":"Câu **một** có `__init__`, \u003cb>thẻ\u003c/b> và [L-001](law:L-001)?\nDòng hai","en":"Question **one** có `__init__`, \u003cb>thẻ\u003c/b> và [L-001](law:L-001)?\nDòng hai"},"options":[{"text":{"vi":"đúng *lắm*","en":"đúng *lắm*"},"weight":1000000,"feedback":{"vi":"Phải.","en":"Phải."}},{"text":{"vi":"rpm -ql \u003cpackage>","en":"rpm -ql \u003cpackage>"},"weight":0},{"text":{"vi":"# không","en":"# không"},"weight":0}],"explanation":{"vi":"Vì **thế** [liên kết](https://truong.example/?a=1&b=2).","en":"Vì **thế** [liên kết](https://truong.example/?a=1&b=2)."},"laws":["L-001"],"topic":"luat","level":2}
      """#
    ),
    (
      "cc3fc3b6b107b12679f587f6c15ba300b21cdbc3670f2af54ada8b4fded71ae8",
      #"""
      {"id":"cau-cu-2","kind":"multiple","title":{"vi":"cau-cu-2","en":"cau-cu-2"},"prompt":{"vi":"Câu hai: 2*3*4 &amp; \"nháy\"?","en":"Question two: 2*3*4 &amp; \"nháy\"?"},"options":[{"text":{"vi":"nửa này","en":"nửa này"},"weight":500000},{"text":{"vi":"nửa kia","en":"nửa kia"},"weight":500000},{"text":{"vi":"không","en":"không"},"weight":-1000000}],"explanation":{"vi":"Vì thế.","en":"Vì thế."},"laws":[]}
      """#
    ),
    (
      "8a00ff901cf38630caef140c6e9f93d2c2a1114ef5b0924ec63021b5cc65f13c",
      #"""
      {"id":"cau-cu-3","kind":"single","title":{"vi":"cau-cu-3","en":"cau-cu-3"},"prompt":{"vi":"Câu ba","en":"Question three"},"options":[{"text":{"vi":"Đúng","en":"True"},"weight":1000000,"feedback":{"vi":"đúng rồi","en":"đúng rồi"}},{"text":{"vi":"Sai","en":"False"},"weight":0,"feedback":{"vi":"sai rồi","en":"sai rồi"}}],"explanation":{"vi":"Vì thế.","en":"Vì thế."},"laws":[]}
      """#
    ),
  ]

  /// Read as the store reads it.
  static func read() throws -> QuestionBank {
    QuestionText.bank(try versions.map { try QuestionText.decode($0.body) })
  }
}
