using System.Text;
using Ermine.Tests.Events.Oracle;

namespace Ermine.Tests.Events;

public sealed class AllocationTests
{
    [Fact]
    public void Validating_and_matching_allocate_nothing_once_a_thread_has_seen_a_few_events()
    {
        using var shapes = new KnownShapes();
        var random = new Random(3);
        var cases = new RandomCases(random, isDense: false);
        var dense = new RandomCases(random, isDense: true);
        var rules = new EventRules<string>();
        for (var i = 0; i < 300; i++) rules.Add($"rule {i}", EventPattern.Parse((i % 2 == 0 ? cases : dense).Pattern()));
        var events = Enumerable.Range(0, 400).Select(i => Encoding.UTF8.GetBytes((i % 2 == 0 ? cases : dense).Event())).Where(e => ValidatedEvent.TryParse(e, out _, out _)).ToArray();
        var found = new List<string>(1_000);
        long matches = 0;
        void Run()
        {
            foreach (var published in events)
            {
                found.Clear();
                matches += rules.Match(published, found);
            }
        }

        for (var i = 0; i < 10; i++) Run(); // the last shapes that are kept may be found late
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.True(matches > events.Length);
    }
}
