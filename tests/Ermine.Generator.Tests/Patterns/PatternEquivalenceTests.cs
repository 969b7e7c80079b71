using System.Reflection;
using System.Text;
using Ermine.Events;
using Ermine.Shared.Patterns;
using Ermine.Tests.Events.Oracle;

namespace Ermine.Generator.Tests.Patterns;

/// <summary>The reader of patterns that the compiler has, built for netstandard2.0, and the one of the runtime are one.</summary>
public sealed class PatternEquivalenceTests
{
    private static readonly PropertyInfo Tree = typeof(EventPattern).GetProperty("Tree", BindingFlags.Instance | BindingFlags.NonPublic)!;

    [Fact]
    public void Compiler_and_runtime_read_a_pattern_alike_and_refuse_it_with_the_same_words()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var cases = new RandomCases(random, isDense: false);
        var (read, refused) = (0, 0);
        for (var i = 0; i < 5_000; i++)
        {
            var text = Encoding.UTF8.GetString(Mutation.Of(Encoding.UTF8.GetBytes(cases.Pattern()), random));

            var (ours, fault) = PatternParser.Parse(text);
            var isRead = EventPattern.TryParse(text, out var theirs, out var error);

            Assert.True(ours is not null == isRead, $"seed {seed}: {text}");
            if (isRead) Assert.Equal(ours!.Describe(), Describe(theirs!));
            else Assert.Equal((fault!.Offset, fault.Length, fault.Message), (error!.Offset, error.Length, error.Message));
            (read, refused) = isRead ? (read + 1, refused) : (read, refused + 1);
        }

        Assert.True(read > 500 && refused > 500, $"{read} read, {refused} refused");
    }

    private static string Describe(EventPattern pattern) => (string)Tree.PropertyType.GetMethod("Describe")!.Invoke(Tree.GetValue(pattern), null)!;
}
