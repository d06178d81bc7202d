namespace EngagementBot.Host.Start;

/// <summary>The data folder, held by one process at a time.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream held;

    private DataFolder(string path, FileStream held) => (Path, this.held) = (path, held);

    public string Path { get; }

    /// <exception cref="StartFault">It cannot be written, or another process holds it.</exception>
    public static DataFolder Take(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path);
        }

        var lockFile = System.IO.Path.Combine(path, "in-use.lock");
        try
        {
            var file = new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataFolder(path, file);
        }
        catch (UnauthorizedAccessException)
        {
            throw Unwritable(path);
        }
        catch (IOException fault) when (!IsReadOnly(fault))
        {
            throw new StartFault($"The data folder {path} is in use by another process of this service. Stop that one, or give Data:Directory another folder.");
        }
        catch (IOException)
        {
            throw Unwritable(path);
        }
    }

    public void Dispose() => held.Dispose();

    private static StartFault Unwritable(string path) =>
        new($"The data folder {path} cannot be written. Give Data:Directory a folder this user may write to.");

    // EROFS, ENOSPC and EACCES by their numbers on Linux; anything else that opening a lock file throws is the lock itself.
    private static bool IsReadOnly(IOException fault) => fault.HResult is 30 or 28 or 13;
}
