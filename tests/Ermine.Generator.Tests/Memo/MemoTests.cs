using System.Globalization;

namespace Ermine.Generator.Tests.Memo;

/// <summary>What the generator remembers of an earlier run changes nothing but how long it takes.</summary>
public sealed class MemoTests
{
    private const int ShortWalk = 40;
    private const int LongWalk = 600;
    private const int LongWalks = 20;

    public static TheoryData<int> Seeds =>
        Environment.GetEnvironmentVariable("ERMINE_SEED") is { Length: > 0 } given ? [int.Parse(given, CultureInfo.InvariantCulture)]
        : [.. Enumerable.Range(0, IsLong ? LongWalks : 1).Select(_ => Random.Shared.Next(1, 1_000_000))];

    private static bool IsLong => Environment.GetEnvironmentVariable("ERMINE_FAULTS") == "long";

    [Fact]
    public void A_change_behind_a_reference_that_was_built_against_the_project_is_seen()
    {
        var session = new ShopSession();
        session.Choose("plugIn", "built against the shop");

        var made = ChangingShop.Choices["shape"].Select(shape =>
        {
            session.Choose("shape", shape);
            return session.Run();
        });

        Assert.Equal(ChangingShop.Choices["shape"].Length, made.Distinct().Count());
    }

    [Fact]
    public void Each_change_alone_gives_what_a_new_driver_gives()
    {
        var session = new ShopSession();
        var before = session.Run();
        var made = new HashSet<string> { before };

        foreach (var (place, choices) in ChangingShop.Choices)
        {
            foreach (var choice in choices.Skip(1).Append(choices[0]))
            {
                session.Choose(place, choice);
                made.Add(session.Run());
            }
        }

        Assert.Equal(before, session.Run());
        Assert.InRange(made.Count, 60, int.MaxValue); // edits that change nothing would find nothing
    }

    [Theory]
    [Trait("Category", "Faults")]
    [MemberData(nameof(Seeds))]
    public void Changes_upon_changes_give_what_a_new_driver_gives(int seed)
    {
        var random = new Random(seed);
        var session = new ShopSession();
        var made = new HashSet<string> { session.Run() };

        for (var step = 0; step < (IsLong ? LongWalk : ShortWalk); step++)
        {
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var (place, choices) = ChangingShop.Choices.ElementAt(random.Next(ChangingShop.Choices.Count));
                session.Choose(place, choices[random.Next(choices.Length)]);
            }

            made.Add(session.Run());
        }

        Assert.InRange(made.Count, 2, int.MaxValue); // a walk can stay for long where nothing is made at all
    }
}
