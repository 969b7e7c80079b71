using Ermine.CodeFixes.Functions;
using Ermine.Generator.Rules.Functions;

namespace Ermine.Generator.Tests.CodeFixes.Functions;

public sealed class TaskInsteadOfVoidFixTests
{
    [Fact]
    public Task An_async_void_function_returns_a_task() => FixTest<FunctionFaultRule, TaskInsteadOfVoidFix>.Turns("""
        public sealed class Voting
        {
            [Function] public async void {|ERM004:Tally|}() => await Task.Yield();
            [Function] public async void {|ERM004:Count|}() { await Task.Yield(); return; }
        }
        """, "Return Task", """
        public sealed class Voting
        {
            [Function] public async Task Tally() => await Task.Yield();
            [Function] public async Task Count() { await Task.Yield(); return; }
        }
        """);
}
