using Ermine.Generator.Rules.Functions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Functions;

public sealed class LeaseRuleTests
{
    private const string Vote = """
        [Queue("votes")] public sealed record Vote(int Choice);

        """;

    [Fact]
    public Task A_lease_that_ends_before_the_function_may_is_told_both_numbers() => RuleTest<LeaseRule>.Says("ERM007", DiagnosticSeverity.Error,
        "'Voting.Tally' may run for 90 s but leases its messages for 60 s and sends no heartbeat, so a slow run is delivered again while it runs and its own result is refused; set LeaseSeconds to at least 91, or leave Heartbeat on",
        Vote + """
        public sealed class Voting
        {
            [Function(TimeoutSeconds = 90), {|#0:QueueTrigger(Heartbeat = false)|}] public void Tally(Vote vote) { }
        }
        """);

    [Fact]
    public Task A_lease_as_long_as_the_default_timeout_is_too_short() => RuleTest<LeaseRule>.Fires(Vote + """
        public sealed class Voting
        {
            [Function, QueueTrigger(Heartbeat = false, {|ERM007:LeaseSeconds = 30|})] public void Tally(Vote vote) { }
        }
        """);

    [Fact]
    public Task A_trigger_of_ones_own_is_read_by_its_default_values() => RuleTest<LeaseRule>.Fires("""
        using System.ComponentModel;

        public sealed class MailTriggerAttribute : TriggerAttribute
        {
            [DefaultValue(20)] public int LeaseSeconds { get; init; } = 20;
            [DefaultValue(false)] public bool Heartbeat { get; init; }
        }

        public sealed class Mails
        {
            [Function, {|ERM007:MailTrigger|}] public void Read() { }
            [Function, MailTrigger(LeaseSeconds = 31)] public void ReadSlowly() { }
        }
        """);

    [Fact]
    public Task A_heartbeat_or_a_long_lease_is_enough() => RuleTest<LeaseRule>.IsSilent(Vote + """
        public sealed class Voting
        {
            [Function(TimeoutSeconds = 90), QueueTrigger] public void Tally(Vote vote) { }
            [Function(TimeoutSeconds = 90), QueueTrigger(Heartbeat = false, LeaseSeconds = 91)] public void Again(Vote vote) { }
            [Function(TimeoutSeconds = 90), Rest("GET /votes")] public void Show() { }
        }
        """);

    [Fact]
    public void Each_stated_default_is_the_initial_value()
    {
        var stated = typeof(FunctionAttribute).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Attribute)) && !type.IsAbstract)
            .Select(type => type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(Exception)) : type)
            .SelectMany(type => type.GetProperties(), (type, property) => (type, property, value: (System.ComponentModel.DefaultValueAttribute?)Attribute.GetCustomAttribute(property, typeof(System.ComponentModel.DefaultValueAttribute))))
            .Where(p => p.value is not null)
            .ToList();

        var actual = stated.Select(p => p.property.GetValue(Make(p.type)));

        Assert.NotEmpty(stated);
        Assert.Equal(stated.Select(p => p.value!.Value), actual);
    }

    private static object Make(Type type)
    {
        var constructor = type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => p.HasDefaultValue ? p.DefaultValue : "GET /")]);
    }
}
