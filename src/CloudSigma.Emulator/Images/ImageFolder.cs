// Deletes folders of images.
namespace CloudSigma.Emulator.Images;

internal static class ImageFolder
{
    public static void Delete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing was ever written, or another one was quicker.
        }
    }
}
