using Ermine.Generator.Rules.Functions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Functions;

public sealed class ExceptionPolicyRuleTests
{
    [Fact]
    public Task Two_policies_of_one_exception_are_one_too_many() => RuleTest<ExceptionPolicyRule>.Says("ERM111", DiagnosticSeverity.Warning,
        "[RejectOn<TimeoutException>] on 'Voting.Tally' never counts: or [RetryOn<TimeoutException>] does not, since both are for 'TimeoutException'; remove one of the two",
        Source("Function, QueueTrigger, RetryOn<TimeoutException>, {|#0:RejectOn<TimeoutException>|}"));

    [Fact]
    public Task Attempts_beyond_those_of_the_function_never_happen() => RuleTest<ExceptionPolicyRule>.Says("ERM111", DiagnosticSeverity.Warning,
        "[RetryOn<TimeoutException>] on 'Voting.Tally' never counts: its 6 attempts are more than the 5 of the function, which end first; raise MaxAttempts in [Function(...)] to 6, or lower it here",
        Source("Function, QueueTrigger, {|#0:RetryOn<TimeoutException>(MaxAttempts = 6)|}"));

    [Theory]
    [InlineData("Function(MaxAttempts = 1), QueueTrigger, {|ERM111:RetryOn<TimeoutException>|}")]
    [InlineData("Function, Rest(\"GET /votes\"), {|ERM111:RetryOn<TimeoutException>|}, {|ERM111:RejectOn<ArgumentException>|}")]
    [InlineData("Function, QueueTrigger, {|ERM111:RetryOn<Ermine.Kernel.PayloadException>|}")]
    [InlineData("Function, QueueTrigger, {|ERM111:RejectOn<RetryAfter>|}")]
    [InlineData("Function, QueueTrigger, RetryOn<TimeoutException>, {|ERM111:RetryOn<TimeoutException>(BackoffSeconds = 5)|}")]
    public Task What_the_runtime_never_comes_to_is_found(string attributes) => RuleTest<ExceptionPolicyRule>.Fires(Source(attributes));

    [Theory]
    [InlineData("Function, QueueTrigger, RetryOn<TimeoutException>(MaxAttempts = 5), RejectOn<ArgumentException>")]
    [InlineData("Function, QueueTrigger, RetryOn<ArgumentNullException>, RejectOn<ArgumentException>")]
    [InlineData("Function(MaxAttempts = 9), QueueTrigger, RetryOn<TimeoutException>(MaxAttempts = 9)")]
    [InlineData("Function(MaxAttempts = 1), QueueTrigger, RejectOn<TimeoutException>")]
    [InlineData("Function, QueueTrigger, Rest(\"GET /votes\"), RetryOn<TimeoutException>")]
    [InlineData("RetryOn<TimeoutException>, RejectOn<TimeoutException>")]
    public Task What_can_happen_is_left_alone(string attributes) => RuleTest<ExceptionPolicyRule>.IsSilent(Source(attributes));

    [Fact]
    public Task Half_typed_policies_are_borne() => RuleTest<ExceptionPolicyRule>.BearsHalfTyped(Source("Function, QueueTrigger, RetryOn<>, RetryOn<Missing>, RejectOn<Missing>, RejectOn, RetryOn<string>(MaxAttempts = )"));

    private static string Source(string attributes) => $$"""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [{{attributes}}] public void Tally(Vote vote) { }
        }
        """;
}
