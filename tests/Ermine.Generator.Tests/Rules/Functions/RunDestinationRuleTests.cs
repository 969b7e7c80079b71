using Ermine.Generator.Rules.Functions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Functions;

public sealed class RunDestinationRuleTests
{
    [Fact]
    public Task A_destination_that_takes_another_type_is_told_both() => RuleTest<RunDestinationRule>.Says("ERM010", DiagnosticSeverity.Error,
        "'Reporting.Sum' has OnSuccess = \"reporting.tell\", and 'Reporting.Tell' takes a string where it is given a int; let both be of one type", """
        public sealed class Reporting
        {
            [Function, OnDemand({|#0:OnSuccess = "reporting.tell"|})] public Task<int> Sum(Guid id) => Task.FromResult(1);
            [Function] public void Tell(string text) { }
        }
        """);

    [Fact]
    public Task A_destination_that_is_no_function_is_told_the_nearest() => RuleTest<RunDestinationRule>.Says("ERM010", DiagnosticSeverity.Error,
        "'Reporting.Sum' has OnFailure = \"reporting.tel\", which is the id of no function; did you mean \"reporting.tell\"?", """
        public sealed class Reporting
        {
            [Function, OnDemand({|#0:OnFailure = "reporting.tel"|})] public int Sum(Guid id) => 1;
            [Function] public void Tell(Ermine.Functions.RunFailure failure) { }
        }
        """);

    [Fact]
    public Task Destinations_that_cannot_take_one_argument_are_found() => RuleTest<RunDestinationRule>.Fires("""
        [Queue("votes")] public sealed record Vote(int Choice);

        public sealed class Reporting
        {
            [Function, OnDemand({|ERM010:OnSuccess = "reporting.two"|})] public int A(Guid id) => 1;
            [Function, OnDemand({|ERM010:OnSuccess = "reporting.keyed"|})] public int B(Guid id) => 1;
            [Function, OnDemand({|ERM010:OnSuccess = "reporting.tally"|})] public Vote C(Guid id) => new(1);
            [Function, OnDemand({|ERM010:OnSuccess = "reporting.one"|})] public void D(Guid id) { }
            [Function, OnDemand({|ERM010:OnFailure = "reporting.one"|})] public int E(Guid id) => 1;
            [Function] public void One(int number) { }
            [Function] public void Two(int number, int other) { }
            [Function, OnDemand(ConcurrencyKey = "number")] public void Keyed(int number) { }
            [Function, QueueTrigger] public void Tally(Vote vote) { }
        }
        """);

    [Fact]
    public Task A_destination_that_takes_what_it_is_given_is_right() => RuleTest<RunDestinationRule>.IsSilent("""
        public sealed class Reporting
        {
            [Function, OnDemand(OnSuccess = "reporting.one", OnFailure = "reporting.fail")] public Task<int> A(Guid id) => Task.FromResult(1);
            [Function, OnDemand(OnSuccess = "reporting.wide")] public ValueTask<int> B(Guid id) => new(1);
            [Function] public int C(Guid id) => 1;
            [Function] public void One(int number, IServiceProvider services, CancellationToken ct) { }
            [Function] public void Wide(long? number) { }
            [Function] public void Fail(Ermine.Functions.RunFailure failure) { }
        }
        """);

    [Fact]
    public Task A_destination_of_a_referenced_project_is_found() => RuleTest<RunDestinationRule>.IsSilentWith("""
        public sealed class Mails
        {
            [Function] public void Announce(int number) { }
        }
        """, """
        public sealed class Reporting
        {
            [Function, OnDemand(OnSuccess = "mails.announce")] public int Sum(Guid id) => 1;
        }
        """);

    [Fact]
    public Task Half_typed_code_is_borne() => RuleTest<RunDestinationRule>.BearsHalfTyped("""
        public sealed class Reporting
        {
            [Function, OnDemand(OnSuccess = )] public Nothing Sum(Guid id) => 1;
            [Function, OnDemand(OnSuccess = "reporting.tell")] public Nothing Other(Guid id) => 1;
            [Function] public void Tell(Unknown text) { }
        }
        """);
}
