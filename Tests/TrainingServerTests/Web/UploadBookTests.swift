import QuizEngine
import Testing

@testable import TrainingServer

@Suite struct UploadBookTests {
  private let book = UploadBook()
  private let owner = PersonID(number: 1)
  private let other = PersonID(number: 2)
  private let file = UploadedFile(
    field: "file", fileName: "lop.csv", mediaType: nil, bytes: Array("Nguyễn An".utf8))
  private let now = TestClock.start

  private func keep() -> String {
    let chance = TestChance()
    let environment = Environment(now: { TestClock.start }, entropy: { chance.next() })
    return book.keep([file], of: owner, environment, at: now)
  }

  @Test func `a file is given to who sent it and to nobody else`() {
    let token = keep()
    #expect(book.files(token, of: owner, at: now) == [file])
    #expect(book.files(token, of: other, at: now).isEmpty)
    #expect(book.files(token + "x", of: owner, at: now).isEmpty)
  }

  @Test func `a file is gone after half an hour, and after it was used`() {
    let token = keep()
    let end = now + .minutes(30)
    #expect(book.files(token, of: owner, at: end + Span(milliseconds: -1)) == [file])
    #expect(book.files(token, of: owner, at: end).isEmpty)
    book.forget(token)
    #expect(book.files(token, of: owner, at: now).isEmpty)
  }
}
