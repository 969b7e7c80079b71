using Ermine.Kernel;

namespace Ermine.Tests.Kernel;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(9, 256)]
    [InlineData(10, 300)]
    [InlineData(20, 300)]
    [InlineData(100, 300)]
    public void The_longest_wait_doubles_from_one_second_up_to_five_minutes(int attempt, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPolicy.Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), attempt, random: 1));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 8)]
    public void The_wait_is_spread_from_nothing_to_the_longest(double random, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPolicy.Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), 5, random));
}
