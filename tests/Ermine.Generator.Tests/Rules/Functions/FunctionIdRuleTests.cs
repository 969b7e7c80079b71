using Ermine.Generator.Rules.Functions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Functions;

public sealed class FunctionIdRuleTests
{
    [Fact]
    public Task Two_functions_of_one_id_are_told_of_each_other() => RuleTest<FunctionIdRule>.Fires("""
        public sealed class Voting
        {
            [Function, Rest("GET /a")] public void Count() { }
            [Function({|ERM005:Id = "voting.tally"|}), Rest("GET /b")] public void Sum() { }
            [{|ERM005:Function|}, Rest("GET /c")] public void TallyAsync() { }
        }
        """);

    [Fact]
    public Task Classes_of_one_name_in_two_namespaces_are_told_apart() => RuleTest<FunctionIdRule>.Says("ERM005", DiagnosticSeverity.Error,
        "'Shop.Sales.Reports.Send' and 'Shop.Stock.Reports.Send' both have the id 'reports.send', under which their work is recorded, so the app refuses to start; give one of them another with [Function(Id = \"...\")]", """
        namespace Shop.Sales { public sealed class Reports { [{|#0:Function|}] public void Send() { } } }
        namespace Shop.Stock
        {
            public sealed class Reports
            {
                [System.Diagnostics.CodeAnalysis.SuppressMessage("Ermine", "ERM005"), Function] public void Send() { }
            }
        }
        """);

    [Fact]
    public Task Ids_that_differ_are_left_alone() => RuleTest<FunctionIdRule>.IsSilent("""
        public sealed class Voting
        {
            [Function] public void Count() { }
            [Function] public void Tally() { }
            [Function(Id = "voting.tally-again")] public void Tally(CancellationToken ct) { }
            public void Count(int more) { }
        }
        public sealed class Voters { [Function] public void Tally() { } }
        """);

    [Fact]
    public Task Half_typed_ids_are_borne() => RuleTest<FunctionIdRule>.BearsHalfTyped("""
        public sealed class Voting
        {
            [Function(Id = )] public void Count() { }
            [Function(Id = 12)] public void Tally( 
            [Function] public void () { }
        """);
}
