using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Kernel;

public sealed class ExceptionPolicyTests
{
    [Fact]
    public async Task What_a_policy_rejects_is_given_up_on_the_first_attempt() =>
        Assert.Equal(OutcomeKind.Rejected, (await FailAsync(new FormatException(), new RejectOnAttribute<FormatException>())).Kind);

    [Fact]
    public async Task What_derives_from_a_rejected_exception_is_given_up_too() =>
        Assert.Equal(OutcomeKind.Rejected, (await FailAsync(new ArgumentNullException(), new RejectOnAttribute<ArgumentException>())).Kind);

    [Fact]
    public async Task Any_other_exception_is_tried_again_as_ever() =>
        Assert.Equal(OutcomeKind.Retry, (await FailAsync(new InvalidOperationException(), new RejectOnAttribute<FormatException>())).Kind);

    [Theory]
    [InlineData(1, OutcomeKind.Retry), InlineData(2, OutcomeKind.Rejected)]
    public async Task A_policy_has_attempts_of_its_own(int attempt, OutcomeKind kind) =>
        Assert.Equal(kind, (await FailAsync(new TimeoutException(), attempt, new RetryOnAttribute<TimeoutException> { MaxAttempts = 2 })).Kind);

    [Fact]
    public async Task A_policy_has_a_wait_of_its_own() =>
        Assert.InRange((await FailAsync(new TimeoutException(), new RetryOnAttribute<TimeoutException> { BackoffSeconds = 0.001 })).After, TimeSpan.Zero, TimeSpan.FromMilliseconds(1));

    [Fact]
    public async Task The_policy_nearest_to_the_exception_counts() => Assert.Equal(OutcomeKind.Retry, (await FailAsync(
        new ArgumentNullException(), new RejectOnAttribute<Exception>(), new RetryOnAttribute<ArgumentNullException>(), new RejectOnAttribute<ArgumentException>())).Kind);

    [Fact]
    public async Task A_pause_that_is_asked_for_counts_as_no_attempt_even_on_the_last()
    {
        var outcome = await FailAsync(new RetryAfter(TimeSpan.FromMinutes(3)), attempt: 5);

        Assert.Equal((OutcomeKind.Retry, TimeSpan.FromMinutes(3), false), (outcome.Kind, outcome.After, outcome.IsCounted));
    }

    private static Task<Outcome> FailAsync(Exception exception, params object[] policies) => FailAsync(exception, 1, policies);

    private static Task<Outcome> FailAsync(Exception exception, int attempt, params object[] policies)
    {
        var kernel = new TestKernel();
        return kernel.RunAsync(kernel.Add((_, _) => throw exception, metadata: policies), attempt);
    }
}
