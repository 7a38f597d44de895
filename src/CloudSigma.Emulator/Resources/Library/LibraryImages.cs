// The images of the emulated library.
using CloudSigma.Emulator.Resources.Licenses;

namespace CloudSigma.Emulator.Resources.Library;

internal static class LibraryImages
{
    private const string Alma = "https://almalinux.org/";
    private const string Alpine = "https://alpinelinux.org/";
    private const string Debian = "https://www.debian.org/";
    private const string FreeBsd = "https://www.freebsd.org/";
    private const string Microsoft = "https://www.microsoft.com/";
    private const string OpenBsd = "https://www.openbsd.org/";
    private const string Rocky = "https://rockylinux.org/";
    private const string Ubuntu = "https://ubuntu.com/";

    public static IReadOnlyList<LibraryImage> All { get; } = [.. Linux(), .. Bsd(), .. Appliances(), .. Windows(), .. Media()];

    private static IEnumerable<LibraryImage> Linux() =>
    [
        System("Ubuntu 24.04 LTS", "Ubuntu", "24.04", 15, Ubuntu, "general", "webserver") with { Favourite = true },
        System("Ubuntu 22.04 LTS", "Ubuntu", "22.04", 15, Ubuntu, "general", "webserver"),
        System("Ubuntu 20.04 LTS", "Ubuntu", "20.04", 15, Ubuntu, "general", "webserver"),
        System("Debian 12", "Debian", "12", 10, Debian, "general", "webserver") with { Favourite = true },
        System("Debian 11", "Debian", "11", 10, Debian, "general", "webserver"),
        System("Debian 12 32 Bit", "Debian", "12", 10, Debian, "general") with { Arch = "32" },
        System("Rocky Linux 9", "Rocky", "9", 12, Rocky, "general"),
        System("Rocky Linux 8", "Rocky", "8", 12, Rocky, "general"),
        System("AlmaLinux 9", "AlmaLinux", "9", 12, Alma, "general"),
        System("AlmaLinux 8", "AlmaLinux", "8", 12, Alma, "general"),
        System("CentOS Stream 9", "CentOS", "9", 12, "https://www.centos.org/", "general"),
        System("Fedora Server 40", "Fedora", "40", 15, "https://fedoraproject.org/", "general"),
        System("openSUSE Leap 15.6", "openSUSE", "15.6", 12, "https://www.opensuse.org/", "general"),
        System("Oracle Linux 9", "Oracle", "9", 15, "https://www.oracle.com/linux/", "general"),
        System("Alpine Linux 3.20", "Alpine", "3.20", 1, Alpine, "general"),
        System("Arch Linux", "Arch", null, 10, "https://archlinux.org/", "general"),
    ];

    private static IEnumerable<LibraryImage> Bsd() =>
    [
        System("FreeBSD 14", "FreeBSD", "14", 12, FreeBsd, "general") with { Os = "other" },
        System("FreeBSD 13", "FreeBSD", "13", 12, FreeBsd, "general") with { Os = "other" },
        System("OpenBSD 7.5", "OpenBSD", "7.5", 12, OpenBsd, "general") with { Os = "other" },
        System("NetBSD 10", "NetBSD", "10", 12, "https://www.netbsd.org/", "general") with { Os = "other" },
    ];

    private static IEnumerable<LibraryImage> Appliances() =>
    [
        System("PostgreSQL 16 on Debian 12", "Debian", "12", 20, "https://www.postgresql.org/", "dbserver"),
        System("MariaDB 11 on Debian 12", "Debian", "12", 20, "https://mariadb.org/", "dbserver"),
        System("Nginx on Debian 12", "Debian", "12", 10, "https://nginx.org/", "webserver"),
        System("WordPress on Debian 12", "Debian", "12", 15, "https://wordpress.org/", "webserver"),
        System("Container Host on Debian 12", "Debian", "12", 20, "https://mobyproject.org/", "general"),
        System("OPNsense 24.7", "OPNsense", "24.7", 8, "https://opnsense.org/", "other") with { Os = "other" },
    ];

    private static IEnumerable<LibraryImage> Windows() =>
    [
        Paid("Windows Server 2022 Standard", "2022", 60, "general"),
        Paid("Windows Server 2019 Standard", "2019", 60, "general"),
        Paid("Windows Server 2016 Standard", "2016", 60, "general"),
        Paid("SQL Server 2022 Standard", "2022", 80, "dbserver", LicensesResource.SqlServerStandard),
        Paid("SQL Server 2022 Enterprise", "2022", 80, "dbserver", LicensesResource.SqlServerEnterprise),
        Paid("SQL Server 2022 Web", "2022", 80, "dbserver", LicensesResource.SqlServerWeb),
    ];

    private static IEnumerable<LibraryImage> Media() =>
    [
        Medium("Debian 12 Network Installer", "linux", "Debian", "12", "general", Debian),
        Medium("Ubuntu 24.04 Server Installer", "linux", "Ubuntu", "24.04", "general", Ubuntu),
        Medium("Rocky Linux 9 Installer", "linux", "Rocky", "9", "general", Rocky),
        Medium("AlmaLinux 9 Installer", "linux", "AlmaLinux", "9", "general", Alma),
        Medium("Alpine Linux 3.20 Installer", "linux", "Alpine", "3.20", "general", Alpine),
        Medium("FreeBSD 14 Installer", "other", "FreeBSD", "14", "general", FreeBsd),
        Medium("OpenBSD 7.5 Installer", "other", "OpenBSD", "7.5", "general", OpenBsd),
        Medium("SystemRescue 11", "linux", "SystemRescue", "11", "other", "https://www.system-rescue.org/") with { ImageType = "live" },
        Medium("GParted Live 1.6", "linux", "GParted", "1.6", "other", "https://gparted.org/") with { ImageType = "live" },
        Medium("VirtIO Drivers for Windows", "windows", null, null, "other", ""),
    ];

    private static LibraryImage System(string name, string distribution, string? version, int size, string url, params string[] category) =>
        new(name, "linux", distribution, version, LibraryImage.Disk, size, category) { Url = url };

    // Whoever runs an image with a database runs the system below it too.
    private static LibraryImage Paid(string name, string version, int size, string category, params License[] more) =>
        new(name, "windows", null, version, LibraryImage.Disk, size, category) { Licenses = [LicensesResource.WindowsServer, .. more], Url = Microsoft };

    private static LibraryImage Medium(string name, string os, string? distribution, string? version, string category, string url) =>
        new(name, os, distribution, version, LibraryImage.Cdrom, 1, category) { ImageType = "install", Url = url };
}
