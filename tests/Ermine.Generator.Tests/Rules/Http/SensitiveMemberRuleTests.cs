using Ermine.Generator.Rules.Http;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Http;

// No fix is safe: [JsonIgnore] would also keep the member out of the stored document, and what callers are to see instead only the author knows.
public sealed class SensitiveMemberRuleTests
{
    private const string User = """

        public sealed class User
        {
            public Guid Id { get; init; }
            [Sensitive] public string PasswordHash { get; init; } = "";
        }
        """;

    [Fact]
    public Task A_document_with_something_sensitive_is_told_of() => RuleTest<SensitiveMemberRule>.Says("ERM426", DiagnosticSeverity.Warning,
        "'Users.Show' answers with 'User.PasswordHash', which is [Sensitive], so whoever may call it is sent that; answer with a type that does not have it", """
        public sealed class Users { [Function, Rest("GET /users/{id}")] public Task<User?> {|#0:Show|}(Guid id) => Task.FromResult<User?>(null); }
        """ + User);

    [Theory]
    [InlineData("IReadOnlyList<User>")]
    [InlineData("Task<Dictionary<string, User[]>>")]
    [InlineData("IAsyncEnumerable<User>")]
    [InlineData("Microsoft.AspNetCore.Http.HttpResults.Ok<User>")]
    [InlineData("Task<Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.Created<User>, Microsoft.AspNetCore.Http.HttpResults.NotFound>>")]
    [InlineData("Team")]
    [InlineData("Person")]
    public Task It_is_found_wherever_JSON_reaches_it(string type) => RuleTest<SensitiveMemberRule>.Fires($$"""
        public sealed record Team(string Name, IReadOnlyList<Seat> Seats);
        public readonly record struct Seat(int Number, User? Holder);
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Patient))] public class Person;
        public sealed class Patient : Person { [Sensitive] public string? Diagnosis { get; init; } }
        public sealed class Users { [Function, Rest("GET /users")] public {{type}} {|ERM426:Show|}() => throw new NotSupportedException(); }
        """ + User);

    [Fact]
    public Task What_JSON_leaves_out_and_what_no_caller_sees_may_be() => RuleTest<SensitiveMemberRule>.IsSilent("""
        using System.Text.Json.Serialization;

        public sealed record UserView(Guid Id, [property: JsonIgnore, Sensitive] string PasswordHash);
        public sealed record Node(Node? Next, string Name);
        [Queue("users")] public sealed record Changed(User User);
        public sealed class Users
        {
            [Function, Rest("GET /users/{id}")] public UserView? Show(Guid id) => null;
            [Function, Rest("GET /nodes")] public Node? Nodes() => null;
            [Function, QueueTrigger] public void Note(Changed changed) { }
            [Function] public User? Find(Guid id) => null;
            [Function, Rest("POST /users"), Microsoft.AspNetCore.Authorization.AllowAnonymous] public void Add(User body) { }
        }
        """ + User);

    [Fact]
    public Task Half_typed_answers_are_borne() => RuleTest<SensitiveMemberRule>.BearsHalfTyped("""
        public sealed class Users
        {
            [Function, Rest("GET /a")] public Task< A() => null;
            [Function, Rest("GET /b")] public Nowhere B() => null;
            [Function, Rest("GET /c")] public List<> C() => null;
        }
        """);
}
