import QuizEngine
import Testing

@testable import TrainingServer

/// What teachers and organizers do with one class: cards, search, who took part.
@Suite struct ClassJourneyTests {
  @Test func `a whole class gets new cards only after the page said how many lock`() throws {
    let site = try TestSite()
    let path = "/manage/cohorts/\(site.cohort.text)/cards/renewal"
    let asked = try site.get(path, as: .organizerA)
    #expect(asked.status == 200)
    #expect(asked.body.contains(#"name="locking" value="1""#))
    for stale in ["", "0", "2", "x"] {
      let refused = try site.post(path, as: .organizerA, ["locking": stale])
      #expect(refused.status == 409)
      #expect(!refused.body.contains("card-code"))
    }
    #expect(try site.post("/sign-in", ["card": site.card])["Location"] == "/")
    let made = try site.post(path, as: .organizerA, ["locking": "1"])
    #expect(made.body.matches(of: #/card-code">/#).count == 2)
    #expect(try site.post("/sign-in", ["card": site.card]).status == 401, "the old card is void")
  }

  @Test func `a teacher gives one pupil a new card in two taps, and the old one is locked`() throws
  {
    let site = try TestSite()
    let pupil = try #require(site.people[.pupil])
    let list = try site.get("/cohorts/\(site.cohort.text)", as: .teacher)
    let path = "/cohorts/\(site.cohort.text)/people/\(pupil.id.text)/card"
    #expect(list.body.contains(#"href="\#(path)""#))
    let asked = try site.get(path, as: .teacher)
    #expect(asked.body.contains("Cấp thẻ cho pupil"))
    let made = try site.post(path, as: .teacher)
    let codes = made.body.matches(of: #/card-code">([0-9a-z-]+)</#).map { String($0.1) }
    #expect(codes.count == 1)
    #expect(made.body.contains("Thẻ cũ đã khóa"))
    #expect(try site.post("/sign-in", ["card": site.card]).status == 401, "the old card is void")
    #expect(try site.get("/me", as: .pupil).status == 303, "signed out at once")
    #expect(try site.post("/sign-in", ["card": codes[0]])["Location"] == "/")
  }

  @Test func `nobody gives a card to somebody outside the class they look after`() throws {
    let site = try TestSite()
    let stranger = try #require(site.people[.stranger])
    let teacher = try #require(site.people[.teacher])
    for person in [stranger, teacher] {
      for who in [Who.teacher, .organizerA] {
        let path = "/cohorts/\(site.cohort.text)/people/\(person.id.text)/card"
        #expect(try site.get(path, as: who).status == 404)
        #expect(try site.post(path, as: who).status == 404)
      }
    }
  }

  @Test func `a class is searched with or without marks, and filtered by class`() throws {
    let site = try TestSite()
    let path = "/cohorts/\(site.cohort.text)"
    let all = try site.get(path, as: .teacher)
    #expect(all.body.contains("Lớp 6A") && all.body.contains("Nguyễn Văn classmate"))
    let found = try site.get(path + "?q=van%20CLASS", as: .teacher)
    #expect(found.body.contains("Nguyễn Văn classmate</th>"))
    #expect(!found.body.contains("Nguyễn Văn pupil</th>"))
    let none = try site.get(path + "?class=truong-b", as: .teacher)
    #expect(!none.body.contains("Nguyễn Văn pupil</th>"))
    let marks = String(repeating: "%CC%81", count: 300)
    #expect((400..<500).contains(try site.get(path + "?q=a" + marks, as: .teacher).status))
  }

  @Test func `teachers see who of their own pupils took no part, by name`() throws {
    let site = try TestSite()
    _ = try site.attempt()
    let path = "/contests/\(site.contest.text)/participants"
    for who in [Who.teacher, .organizerA, .organizer, .auditor] {
      let list = try site.get(path, as: who)
      #expect(list.status == 200)
      #expect(list.body.contains("Nguyễn Văn pupil</th>"))
      let absent = try site.get(path + "?state=absent", as: who)
      #expect(absent.body.contains("Nguyễn Văn classmate</th>"))
      #expect(!absent.body.contains("Nguyễn Văn pupil</th>"))
      #expect(!list.body.contains("Nguyễn Văn stranger"))
    }
    // A colleague who teaches no class here sees the contest, and nobody's name.
    let colleague = try site.get(path, as: .colleague)
    #expect(colleague.status == 200 && !colleague.body.contains("Nguyễn Văn pupil"))
    let cohort = try site.get(path + "?cohort=\(site.cohort.text)", as: .colleague)
    #expect(cohort.status == 404)
    #expect(try site.get(path, as: .teacherB).status == 404)
  }
}

extension TestSite {
  /// A page as a browser asks for it.
  func get(_ path: String, as who: Who) throws -> TestAnswer {
    let cookie = who == .nobody ? [:] : ["Cookie": "sid=\(who.token)"]
    return try ask("GET", path, as: who, ["Accept": "text/html"].merging(cookie) { $1 })
  }
}
