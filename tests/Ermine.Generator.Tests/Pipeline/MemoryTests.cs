using System.Runtime.CompilerServices;
using Ermine.Generator.Tests.Runs;

namespace Ermine.Generator.Tests.Pipeline;

public sealed class MemoryTests
{
    [Fact]
    public void An_earlier_compilation_is_not_kept()
    {
        var session = new EditorSession(UserProject.App("namespace Shop;\n[Queue(\"jobs\")] public sealed record Job(int Id);\npublic sealed class Working { [Function, QueueTrigger] public void Run(Job job) => _ = job; }", "class Other;"));
        var earlier = EditsOf(session);

        for (var i = 0; i < 5 && earlier.Any(e => e.IsAlive); i++)
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true);
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(0, earlier.Count(e => e.IsAlive));
        GC.KeepAlive(session);
    }

    // In a method of its own, so that no local of the test keeps what it asks for. The newest compilation is the driver's.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] EditsOf(EditorSession session)
    {
        var earlier = new List<WeakReference>();
        for (var i = 0; i < 4; i++)
        {
            earlier.Add(new WeakReference(session.Compilation));
            if (i % 2 == 0) session.Edit("File1.cs", $"class Other{i};");
            else session.Replace("File0.cs", "[Function", "[Function, Obsolete");
        }

        return [.. earlier];
    }
}
