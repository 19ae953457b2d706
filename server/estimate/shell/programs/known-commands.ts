const shells = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh', 'rbash']);

/** What nearly every Linux image of a distribution can run: the core utilities, and what comes with them. */
const system = new Set(
  `[ addgroup adduser agetty apk apt apt-cache apt-config apt-get apt-key apt-mark arch arp arping ash awk b2sum badblocks base32 base64
  basename basenc bash bashbug bc beep blkid blockdev brctl bunzip2 busybox bzcat bzip2 cal captest cat catchsegv chage chattr chcon
  chcpu chfn chgrp chgpasswd chmod choom chown chpasswd chpst chroot chrt chsh chvt cksum clear cmp comm command cp cpio crond crontab
  cryptpw csplit curl cut dash date dc dd deallocvt debconf deb-systemd-helper deluser delgroup depmod df diff diff3 dir dircolors
  dirname dmesg dnf dnsdomainname dnsd domainname dos2unix dpkg dpkg-deb dpkg-query du dumpkmap dumpleases e2fsck echo ed egrep eject
  env envdir ether-wake expand expr expiry factor faillog fallocate false fatattr fbset fbsplash fdflush fdformat fdisk fgconsole fgrep
  file fincore find findfs findmnt flock fmt fold free freeramdisk fsck fsfreeze fstrim fsync ftpd ftpget ftpput fuser g++ gawk gcc
  gdb getconf getent getopt getty gpasswd gpg gpgv grep groupadd groupdel groupmod groups grpck gunzip gzexe gzip halt hd hdparm head
  hexdump hexedit hostid hostname hostnamectl httpd hush hwclock i2cdetect i2cdump i2cget i2cset i2ctransfer iconv id ifconfig ifdown
  ifenslave ifplugd ifup inetd info init inotifyd insmod install installkernel invoke-rc.d ionice iostat ip ipaddr ipcalc ipcmk ipcrm
  ipcs iplink ipneigh iproute iprule iptunnel isosize join journalctl kbd_mode kill killall killall5 klogd last lastb lastlog ld
  ldconfig ldd less lesspipe link linux32 linux64 ln loadfont loadkmap localedef logger login logname logread losetup lpd lpq lpr ls
  lsattr lsblk lscpu lsipc lslocks lslogins lsmem lsmod lsns lsof lspci lsscsi lsusb lzcat lzma lzop make makedevs makemime man mawk
  mcookie md5sum mdev mesg microcom microdnf mim minips mkdir mkdosfs mke2fs mkfifo mkfs mkfs.ext2 mkfs.minix mkfs.vfat mknod mkpasswd
  mkswap mktemp modinfo modprobe more mount mountpoint mpstat mt mv nameif namei nano nanddump nandwrite nawk nbd-client nc netcat
  netstat newgrp newusers nice nisdomainname nl nmeter nohup nologin nproc nsenter nslookup ntpd numfmt nuke od openssl openvt partprobe
  partx passwd paste patch pathchk perl pgrep pidof pidwait ping ping6 pinky pipe_progress pivot_root pkill pldd pmap popmaildir
  poweroff powertop pr printenv printf prlimit ps pscan pstree ptx pwck pwconv pwd pwdx pwunconv raidautorun rbash rdate rdev readahead
  readelf readlink readprofile realpath reboot reformime remove-shell renice reset resize resume rev rm rmdir rmmod rmt route rpm rpm2cpio
  rtcwake run-init run-parts runcon runlevel runsv runsvdir rx sash sched_debug script scriptreplay sed seedrng sendmail seq service
  setarch setconsole setfattr setfont setkeycodes setlogcons setpriv setserial setsid setterm setuidgid sg sh sha1sum sha224sum sha256sum
  sha384sum sha3sum sha512sum shadowconfig shasum showkey shred shuf slattach sleep smemcap softlimit sort split ss ssl_client start-stop-daemon
  stat static-sh strings stty su sudo sulogin sum sv svc svlogd svok swapoff swapon switch_root sync sysctl syslogd systemctl systemd tabs
  tac tail tar taskset tc tcpsvd tee telnet telnetd tempfile test tftp tftpd tic time timeout tload toe top touch tput tr traceroute
  traceroute6 tree true truncate ts tset tsort tty ttysize tunctl tune2fs tzselect ubirename udhcpc udhcpc6 udhcpd udpsvd uevent ul umount
  uname uncompress unexpand uniq unix2dos unlink unlzma unlzop unminimize unshare unxz unzip update-alternatives update-passwd update-rc.d
  uptime useradd userdel usermod users usleep utmpdump uudecode uuencode uuidgen vconfig vdir vi view vigr vim vipw vlock vmstat volname
  w wall watch watchdog wc wget which whereis who whoami whois wipefs write xargs xxd xz xzcat xzdiff xzgrep yes ypdomainname yum zcat
  zcmp zcip zdiff zdump zegrep zfgrep zforce zgrep zic zless zmore znew zramctl`.split(/\s+/),
);

/** In images of distributions, but not in those made of BusyBox alone. */
const notInBusybox = new Set(
  `apt apt-cache apt-get bash curl dash dnf dpkg file g++ gawk gcc git gpg java jq make man microdnf node openssl perl python python2
  python3 rpm ruby sudo systemctl systemd vim yum zsh`.split(/\s+/),
);

/** Programs that many images are made for. */
const languages = new Set(
  `ansible ansible-playbook aws az bundle cargo celery composer deno dotnet flask gcloud git go gradle gsutil gunicorn helm java javac jq
  julia kubectl lua mongo mongodump mongosh mysql mysqldump nginx node nodejs npm npx octave pg_dump pg_restore pg_isready php pip pip3
  pnpm poetry psql pytest python python2 python3 pypy R rake redis-cli rclone restic rsync Rscript ruby rustc scala spark-submit sqlite3
  ssh stress stress-ng terraform tini uvicorn yarn`.split(/\s+/),
);

/** The names that a slip of the finger is held against; only these, so that a program of one's own is not taken for one. */
const misspeltOften = [
  'bash',
  'sleep',
  'echo',
  'python',
  'python3',
  'perl',
  'node',
  'java',
  'timeout',
  'printf',
  'true',
  'false',
  'date',
  'curl',
  'wget',
  'grep',
];

export function isShell(name: string): boolean {
  return shells.has(name);
}

/** A plain tool: one that does not care for SIGTERM, so that it ignores it as the first process. */
export function isPlainTool(name: string): boolean {
  return (system.has(name) && name !== 'timeout') || /^(python[\d.]*|perl|node|nodejs|php)$/.test(name);
}

export function basename(program: string): string {
  return program.slice(program.lastIndexOf('/') + 1);
}

/** Whether images of distributions bring a program, or many images are made for it: BusyBox then has none of its own by that name. */
export function isKnownProgram(name: string): boolean {
  return system.has(name) || languages.has(name);
}

/** Why a program surely does not exist: `nearest` is what may have been meant, if anything. */
export interface MissingProgram {
  readonly kind: 'misspelt' | 'spaces' | 'not-in-image';
  readonly nearest: string | undefined;
}

/**
 * Whether a program surely cannot be found, and then why. `image` says what the image is known to hold: nothing but a
 * distribution, nothing but BusyBox, or undefined for everything else. What is filled in
 * later may be anything, and so may be a path of Windows.
 */
export function missingProgram(program: string, image: 'distribution' | 'busybox' | undefined): MissingProgram | undefined {
  if (/\{\{|\$|^[A-Za-z]:/.test(program)) return undefined;
  if (/\s/.test(program) || program === '') return { kind: 'spaces', nearest: undefined };
  if (program.includes('/') && !/^\/(usr\/)?s?bin\/[^/]+$/.test(program)) return undefined;
  const name = basename(program);
  const near = misspelt(name);
  if (near) return { kind: 'misspelt', nearest: near };
  if (image === 'busybox' && notInBusybox.has(name)) return { kind: 'not-in-image', nearest: undefined };
  if (image !== undefined && /^[a-z]+$/.test(name) && !system.has(name) && !languages.has(name))
    return { kind: 'not-in-image', nearest: undefined };
  return undefined;
}

function misspelt(name: string): string | undefined {
  if (system.has(name) || languages.has(name) || shells.has(name)) return undefined;
  return misspeltOften.find(
    (meant) =>
      isSlip(name, meant) || (meant === 'bash' && /^bash[a-z]{2,}$/.test(name) && !/^bash(ate|bot|brew|db|hub|io|rc|top)$/.test(name)),
  );
}

/** One slip of a finger: two letters swapped, or one doubled, left out, added or hit instead of its neighbour. */
function isSlip(typed: string, meant: string): boolean {
  if (typed.length === meant.length) {
    const wrong = [...meant].flatMap((letter, at) => (typed[at] === letter ? [] : [at]));
    const [first = 0, second] = wrong;
    if (wrong.length === 2) return second === first + 1 && typed[first] === meant[second] && typed[second] === meant[first];
    if (wrong.length !== 1 || first === 0 || meant.length <= 4) return false;
    return [meant[first - 1], meant[first + 1]].includes(typed[first]) || isNear(typed, first, [meant[first]]);
  }
  const [short, long] = typed.length < meant.length ? [typed, meant] : [meant, typed];
  if (long.length !== short.length + 1) return false;
  const at = [...long].findIndex((letter, place) => short[place] !== letter);
  if (at === 0 || long.slice(at + 1) !== short.slice(at)) return false;
  if (long[at] === long[at - 1]) return true;
  return meant.length > 4 && at < long.length - 1 && (typed === short || isNear(typed, at, [typed[at - 1], typed[at + 1]]));
}

/** Whether the letter at a place is one of `letters` or lies beside one of them on the keyboard. */
function isNear(typed: string, at: number, letters: readonly (string | undefined)[]): boolean {
  const row = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].find((keys) => keys.includes(typed.charAt(at))) ?? '';
  const key = row.indexOf(typed.charAt(at));
  return at > 0 && key >= 0 && letters.some((letter) => letter !== undefined && [row[key - 1], row[key], row[key + 1]].includes(letter));
}
