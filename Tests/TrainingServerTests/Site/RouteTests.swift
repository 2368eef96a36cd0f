import QuizEngine
import Testing

@testable import TrainingServer

struct RouteTests {
  @Test func `values are percent-encoded as whole segments`() {
    #expect(Route.law("a/b?c#d").path == "/law/a%2Fb%3Fc%23d")
    #expect(Route.course("học").path == "/courses/h%E1%BB%8Dc")
    #expect(Route.lesson("..", "\"'<>&").path == "/courses/../lessons/%22%27%3C%3E%26")
    #expect(Route.verify("k3m9-qx2a~1.0_x").path == "/verify/k3m9-qx2a~1.0_x")
  }

  @Test func `a way back after signing in is one value of the query`() {
    let route = Route.signIn(next: .attempt(School.attempt, .item(3)))
    #expect(route.path.hasPrefix("/sign-in?next=%2Fattempts%2F"))
    #expect(route.path.hasSuffix("%3Fitem%3D3"))
  }

  @Test func `filters are in the address, and the plain table has none`() {
    #expect(!Route.cohort(School.cohort).path.contains("?"))
    let view = CohortView(state: .notStarted, order: .activity)
    #expect(Route.cohort(School.cohort, view).path.hasSuffix("?state=not-started&sort=activity"))
  }

  @Test func `an attempt's views are told apart`() {
    let id = School.attempt
    #expect(Route.attempt(id, .all).path == Route.attempt(id).path + "?view=all")
    #expect(Route.attempt(id, .prediction).path == Route.attempt(id).path + "?item=prediction")
    #expect(Route.answer(id, 12).path == "/attempts/\(id.text)/answers/12")
    #expect(Route.answerSave(id, 12).path == "/api/v1/attempts/\(id.text)/answers/12")
  }

  @Test func `a route in a page is escaped like any other value`() {
    let link: HTML = #"<a href="\#(Route.signIn(next: .cohort(School.cohort, .everybody)))">x</a>"#
    #expect(HTMLChecker("<!DOCTYPE html>\(link.text)").faults.allSatisfy { !$0.contains("&") })
    let query = Route.cohort(School.cohort, CohortView(state: .passed, order: .progress))
    let escaped: HTML = "\(query)"
    #expect(escaped.text.contains("?state=passed&amp;sort=progress"))
  }
}
