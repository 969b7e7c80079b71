using Ermine.Generator.Rules.Http;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Ermine.Generator.Tests.Rules.Http;

// No fix is safe: what is at fault stands in libraries.
public sealed class ReferencedRouteRuleTests
{
    [Fact]
    public Task Two_libraries_that_answer_one_route_are_told_of_in_the_app() => RunAsync(OutputKind.ConsoleApplication,
        new DiagnosticResult("ERM403", DiagnosticSeverity.Error).WithMessage(
            "'Counting.Count' answers 'GET /polls/{name}' and 'Polling.Show' answers 'GET /polls/{id}', which match the same requests, so each of those would fail with 500; change one of the routes, or tell their parameters apart by constraints"));

    [Fact]
    public Task A_library_leaves_that_to_the_app() => RunAsync(OutputKind.DynamicallyLinkedLibrary);

    private static Task RunAsync(OutputKind kind, params DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<ReferencedRouteRule, DefaultVerifier> { TestCode = kind == OutputKind.ConsoleApplication ? "return;" : "" }.AsApp();
        test.TestState.OutputKind = kind;
        AddProject(test, "One", """public sealed class Polling { [Function, Rest("GET /polls/{id}")] public void Show(Guid id) { } [Function, Rest("GET /own")] public void A() { } }""");
        AddProject(test, "Two", """public sealed class Counting { [Function, Rest("GET /polls/{name}")] public void Count(string name) { } [Function, Rest("GET /other")] public void B() { } }""");
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    private static void AddProject(CSharpAnalyzerTest<ReferencedRouteRule, DefaultVerifier> test, string name, string source)
    {
        var project = test.TestState.AdditionalProjects[name];
        project.Sources.Add(($"/{name}/Source.cs", source));
        project.Sources.Add(($"/{name}/Usings.cs", Compiled.Usings));
        project.AdditionalReferences.AddRange(Compiled.References);
        test.TestState.AdditionalProjectReferences.Add(name);
    }
}
