using Ermine.Generator.Tests.Runs;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Emitting;

/// <summary>The typed client, as code that calls it meets it.</summary>
public sealed class ClientTests
{
    private const string Caller = """
        namespace Web;
        using Ermine.Functions;
        using Reports;
        public sealed class Caller(IFunctions functions)
        {
            public async Task<int> AskAsync(CancellationToken ct)
            {
                await functions.ResetAsync();
                await foreach (var item in functions.ListAsync(3, ct: ct)) return item;
                return (await functions.SummariseAsync(Guid.Empty, ct)).Votes;
            }
        }
        """;

    private const string Reporting = """
        namespace Reports;
        public sealed record Report(int Votes);
        public sealed class Reporting
        {
            [Function] public Task<Report> Summarise(Guid pollId, CancellationToken ct) => Task.FromResult(new Report(1));
            [Function] public async IAsyncEnumerable<int> ListAsync(int from, int to = 5) { await Task.Yield(); yield return from + to; }
            [Function] public static void Reset(TimeProvider clock) => _ = clock;
        }
        """;

    [Fact]
    public void Code_that_calls_functions_by_their_names_compiles() => UserProject.Library(Reporting, Caller).Compile().Compiles();

    [Fact]
    public void Code_that_calls_a_function_of_another_project_compiles() =>
        (UserProject.Library(Caller) with { Assembly = "Web" }).Referencing(UserProject.Library(Reporting)).Compile().Compiles();

    [Theory]
    [InlineData("[Function] public Task<Report> Summarise", "public Task<Report> Summarise", "CS1061")]
    [InlineData("Guid pollId", "int pollId", "CS1503")]
    public void A_call_breaks_the_build_when_its_function_goes_or_changes(string old, string text, string error) =>
        Assert.Contains(error, ErrorsOf(Reporting.Replace(old, text, StringComparison.Ordinal)));

    [Fact]
    public void What_is_internal_is_called_by_internal_methods_only()
    {
        var run = UserProject.Library("""
            namespace Reports;
            internal sealed record Draft(int Votes);
            public sealed class Reporting
            {
                [Function] internal Draft Write() => new(1);
                [Function] public int Count() => 1;
            }
            """).Compile().Compiles();

        Assert.Contains("internal static global::System.Threading.Tasks.Task<global::Reports.Draft> WriteAsync(", run.Text, StringComparison.Ordinal);
        Assert.Contains("public static global::System.Threading.Tasks.Task<int> CountAsync(", run.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> ErrorsOf(string reporting)
    {
        var project = UserProject.Library(reporting, Caller);
        Drivers.New(trackSteps: false).RunGeneratorsAndUpdateCompilation(project.ToCompilation(), out var compilation, out _);
        return compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id);
    }
}
