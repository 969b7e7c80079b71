namespace Ermine.Postgres.Tests.Development;

/// <summary>A cache of the test run's own, so that initdb runs once in it.</summary>
public sealed class TemplateFixture : IDisposable
{
    public TemplateFixture()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Cache, (UnixFileMode)0b111_101_101);
    }

    public string Cache { get; } = Directory.CreateTempSubdirectory("ermine-cache-").FullName;

    public void Dispose() => Directory.Delete(Cache, recursive: true);
}
