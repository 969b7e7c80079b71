using Ermine.Postgres.Development;

namespace Ermine.Postgres.Tests.Development;

public sealed class ErmineFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ermine-folder-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void It_belongs_to_the_nearest_checkout_around_the_app()
    {
        var app = Directory.CreateDirectory(Path.Combine(_root, "outer", "inner", "src", "app")).FullName;
        Directory.CreateDirectory(Path.Combine(_root, "outer", ".git"));
        Directory.CreateDirectory(Path.Combine(_root, "outer", "inner", ".git"));

        var folder = ErmineFolder.Of(app + Path.DirectorySeparatorChar);

        Assert.Equal(Path.Combine(_root, "outer", "inner", ".ermine"), folder.Path);
    }

    [Fact]
    public void A_worktree_whose_git_is_a_file_is_a_checkout()
    {
        var app = Directory.CreateDirectory(Path.Combine(_root, "worktree", "app")).FullName;
        File.WriteAllText(Path.Combine(_root, "worktree", ".git"), "gitdir: elsewhere");

        var folder = ErmineFolder.Of(app);

        Assert.Equal(Path.Combine(_root, "worktree"), folder.Checkout);
    }

    [Fact]
    public void Outside_of_a_checkout_it_belongs_to_the_app()
    {
        var folder = ErmineFolder.Of(_root);

        Assert.Equal(_root, folder.Checkout);
    }
}
