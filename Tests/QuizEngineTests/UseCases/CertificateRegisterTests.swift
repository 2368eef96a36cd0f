import Dispatch
import Glibc
import Testing

@testable import QuizEngine

@Suite struct CertificateRegisterTests {
  /// A school with `count` pupils in each of `groups` cohorts, all of whom completed the course.
  private func completed(_ count: Int, groups: Int) throws -> (School, [CohortID]) {
    let school = try School(catalogue: .oneLesson)
    var cohorts: [CohortID] = []
    for group in 1...groups {
      let cohort = try school.engine.createCohort(
        name: "Nhóm \(group)", unit: school.unit.id, course: "khoa-mau", dueAt: nil,
        by: .operatorAtMachine, at: Given.monday)
      let rows = (1...count).map { "Nguyễn An,\(group)A,\($0)\n" }.joined()
      try school.importPeople("Họ và tên,Lớp,Mã số\n" + rows, cohort: cohort.id)
      cohorts.append(cohort.id)
    }
    for person in try school.people() {
      _ = try school.engine.completeLesson(
        course: "khoa-mau", lesson: "bai-mot", choices: [], by: try school.session(person),
        at: Given.monday)
    }
    return (school, cohorts)
  }

  @Test func `entries are consecutive from 1 when many issue at once`() throws {
    let (school, cohorts) = try completed(15, groups: 4)
    let engine = school.engine
    DispatchQueue.concurrentPerform(iterations: 8) { index in
      // Each cohort is asked for twice; the register below shows what came of it.
      _ = try? engine.issueCertificates(
        cohort: cohorts[index % 4], by: .operatorAtMachine, at: Given.monday)
    }
    let register = try engine.register(by: .operatorAtMachine)
    #expect(register.map(\.entry) == Array(1...60))
    #expect(Set(register.map(\.person)).count == 60)
    #expect(Set(register.map(\.code)).count == 60)
  }

  @Test func `who is issued a paper while another is on its way keeps the first`() throws {
    let (school, cohorts) = try completed(1, groups: 1)
    let engine = school.engine
    let issued = Answers<[Certificate]>()
    try holdingWriter(engine.store) {
      let before = engine.store.metrics.queueDepth
      for give in [issued.expect(), issued.expect()] {
        DispatchQueue.global().async {
          give(
            Result {
              try engine.issueCertificates(
                cohort: cohorts[0], by: .operatorAtMachine, at: Given.monday)
            })
        }
      }
      // Both have found the paper missing once both wait for the writer.
      while engine.store.metrics.queueDepth < before + 2 { sched_yield() }
    }
    let papers = try issued.wait().map { try $0.get().map(\.code) }
    #expect(papers.count == 2 && papers[0] == papers[1])
    #expect(try engine.register(by: .operatorAtMachine).map(\.entry) == [1])
  }

  @Test func `each Vietnamese year begins at 1`() throws {
    let (school, cohorts) = try completed(2, groups: 2)
    // 2026-12-31T17:00Z is the new year in Ha Noi.
    let newYear = try #require(Instant(iso8601: "2027-01-01T00:00:00+07:00"))
    _ = try school.engine.issueCertificates(
      cohort: cohorts[0], by: .operatorAtMachine, at: newYear + Span(milliseconds: -1))
    _ = try school.engine.issueCertificates(
      cohort: cohorts[1], by: .operatorAtMachine, at: newYear)
    let register = try school.engine.register(by: .operatorAtMachine)
    #expect(
      register.map(\.number) == [
        "0001/2026/GCN", "0002/2026/GCN", "0001/2027/GCN", "0002/2027/GCN",
      ])
    #expect(try school.engine.register(year: 2027, by: .operatorAtMachine).count == 2)
  }

  @Test func `a dry run takes no entry`() throws {
    let (school, cohorts) = try completed(3, groups: 1)
    let planned = try school.engine.issueCertificates(
      cohort: cohorts[0], isDryRun: true, by: .operatorAtMachine, at: Given.monday)
    #expect(planned.map(\.entry) == [1, 2, 3])
    #expect(try school.engine.register(by: .operatorAtMachine).isEmpty)
  }

  @Test func `a revoked paper stays in the register and says so`() throws {
    let (school, cohorts) = try completed(2, groups: 1)
    let issued = try school.engine.issueCertificates(
      cohort: cohorts[0], by: .operatorAtMachine, at: Given.monday)
    let code = try #require(issued.first).code
    _ = try school.engine.revokeCertificate(
      code: code, reason: "Cấp nhầm", by: .operatorAtMachine, at: Given.monday + .days(1))
    let table = Table(register: try school.engine.register(by: .operatorAtMachine))
    #expect(table.rows.map { $0[9].text(.vietnamese) } == ["Đã thu hồi", "Có hiệu lực"])
    let sheet = CertificateSheet(
      try school.engine.certificate(code: code), address: "https://thi.example")
    #expect(sheet.article.text.contains("ĐÃ THU HỒI NGÀY 24/11/2026"))
  }

  @Test func `the printed paper says what the register says and no more`() throws {
    let (school, cohorts) = try completed(1, groups: 1)
    let certificate = try #require(
      try school.engine.issueCertificates(
        cohort: cohorts[0], by: .operatorAtMachine, at: Given.monday
      ).first)
    let page = CertificateSheet.page([
      CertificateSheet(certificate, address: "https://thi.example")
    ]).text
    for words in [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "GIẤY CHỨNG NHẬN",
      "Nguyễn An", "Trường THCS Mẫu", "Khóa mẫu", "Thời lượng: 4 tiết", "0001/2026/GCN",
      "https://thi.example/verify/\(certificate.code)", "ngày 23 tháng 11 năm 2026",
      "không phải văn bằng, chứng chỉ",
    ] {
      #expect(page.contains(words), "\(words)")
    }

    #expect(!page.contains("ĐÃ THU HỒI"))
  }
}
