namespace Ermine.Postgres.Development;

/// <summary>Files and folders that nobody but their owner may read, from the moment they exist.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>Writes a file of mode 0600; on Windows the folder's own rights decide.</summary>
    public static void Write(string path, string text)
    {
        File.Delete(path); // the mode is that of the creation
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerFile;
        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }

    /// <summary>Creates a folder of mode 0700, which PostgreSQL insists on.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerFolder);
    }

    /// <summary>Copies a folder of private files. Where the file system can share blocks, <see cref="File.Copy(string, string)"/> does.</summary>
    public static void CopyFolder(string from, string to)
    {
        CreateFolder(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from))
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
