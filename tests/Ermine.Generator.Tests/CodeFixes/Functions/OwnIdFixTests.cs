using Ermine.CodeFixes.Functions;
using Ermine.Generator.Rules.Functions;

namespace Ermine.Generator.Tests.CodeFixes.Functions;

public sealed class OwnIdFixTests
{
    [Fact]
    public Task A_function_gets_its_namespace_into_its_id() => FixTest<FunctionIdRule, OwnIdFix>.Turns("""
        namespace Shop.OldStock { public sealed class Reports { [{|ERM005:Function|}, Rest("GET /a")] public void Send() { } } }
        namespace Shop.Sales { public sealed class Reports { [{|ERM005:Function|}] public void Send() { } } }
        """, "Give it the id 'old-stock.reports.send'", """
        namespace Shop.OldStock { public sealed class Reports { [Function(Id = "old-stock.reports.send"), Rest("GET /a")] public void Send() { } } }
        namespace Shop.Sales { public sealed class Reports { [Function] public void Send() { } } }
        """);

    [Fact]
    public Task An_overload_gets_a_number() => FixTest<FunctionIdRule, OwnIdFix>.Turns("""
        public sealed class Voting
        {
            [{|ERM005:Function(MaxAttempts = 1)|}] public void Tally() { }
            [{|ERM005:Function|}] public void Tally(CancellationToken ct) { }
        }
        """, "Give it the id 'voting.tally-2'", """
        public sealed class Voting
        {
            [Function(MaxAttempts = 1, Id = "voting.tally-2")] public void Tally() { }
            [Function] public void Tally(CancellationToken ct) { }
        }
        """);
}
