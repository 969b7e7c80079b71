namespace Ermine.Kernel;

/// <summary>What is printed when the app is ready: each part of Ermine adds its own lines while it starts.</summary>
public sealed class StartupReport
{
    private readonly List<(string Title, string Text)> _lines = [];
    private readonly Lock _lock = new();

    /// <summary>Whether the app has started.</summary>
    internal bool IsReady { get; set; }

    /// <summary>Adds a line, such as <c>("PostgreSQL", "15.8 on port 5432")</c>.</summary>
    public void Add(string title, string text)
    {
        lock (_lock) _lines.Add((title, text));
    }

    /// <summary>The lines added so far, in order.</summary>
    public IReadOnlyList<(string Title, string Text)> Lines
    {
        get
        {
            lock (_lock) return [.. _lines];
        }
    }
}
