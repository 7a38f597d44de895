// The images of the emulated library.
namespace CloudSigma.Emulator.Resources.Library;

internal static class LibraryImages
{
    public static IReadOnlyList<LibraryImage> All { get; } =
    [
        new("Ubuntu 24.04 LTS", "linux", "Ubuntu", "24.04", "disk", 15, "general", "webserver") { Favourite = true, Url = "https://ubuntu.com/" },
        new("Ubuntu 22.04 LTS", "linux", "Ubuntu", "22.04", "disk", 15, "general", "webserver") { Url = "https://ubuntu.com/" },
        new("Debian 12", "linux", "Debian", "12", "disk", 10, "general", "webserver") { Favourite = true, Url = "https://www.debian.org/" },
        new("Rocky Linux 9", "linux", "Rocky", "9", "disk", 12, "general") { Url = "https://rockylinux.org/" },
        new("Alpine Linux 3.20", "linux", "Alpine", "3.20", "disk", 1, "general") { Url = "https://alpinelinux.org/" },
        new("PostgreSQL 16 on Debian 12", "linux", "Debian", "12", "disk", 20, "dbserver") { Url = "https://www.postgresql.org/" },
        new("FreeBSD 14", "other", "FreeBSD", "14", "disk", 12, "general") { Url = "https://www.freebsd.org/" },
        new("Windows Server 2022 Standard", "windows", null, "2022", "disk", 60, "general") { License = (12, "emu_windows_server", "Windows Server"), Url = "https://www.microsoft.com/" },
        new("Debian 12 Network Installer", "linux", "Debian", "12", "cdrom", 1, "general") { ImageType = "install", Url = "https://www.debian.org/" },
        new("VirtIO Drivers for Windows", "windows", null, null, "cdrom", 1, "other") { ImageType = "install" },
    ];
}
